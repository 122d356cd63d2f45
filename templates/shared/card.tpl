{{%AUTOESCAPE context="HTML"}}
<section class="card" aria-labelledby="{{ID}}">
<div class="card-head"><div><h2 id="{{ID}}">{{TITLE}}</h2>{{#SENTENCE}}<p>{{TEXT}}</p>{{/SENTENCE}}</div>{{#LINK}}<a class="link-more" href="{{HREF}}">{{LABEL}}</a>{{/LINK}}</div>
{{#PADDED}}<div class="card-body">
{{>CONTENT}}
</div>{{/PADDED}}
{{#BARE}}{{>CONTENT}}{{/BARE}}
</section>
