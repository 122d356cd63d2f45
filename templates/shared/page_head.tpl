{{%AUTOESCAPE context="HTML"}}
<div class="page-head">
<div>
{{#CRUMBS}}
<ol class="crumbs">
{{#CRUMB}}
<li>{{#LINK}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINK}}{{#HERE}}<span aria-current="page">{{LABEL}}</span>{{/HERE}}</li>
{{/CRUMB}}
</ol>
{{/CRUMBS}}
<h1>{{TITLE}}</h1>
{{#SENTENCE}}<p>{{TEXT}}</p>{{/SENTENCE}}
</div>
{{#ACTIONS}}<div class="page-actions">{{>ACTION}}</div>{{/ACTIONS}}
</div>
