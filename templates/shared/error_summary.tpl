{{%AUTOESCAPE context="HTML"}}
<div class="error-summary" id="error-summary" role="alert" tabindex="-1">
<h2>There is a problem</h2>
<ul>
{{#COMPLAINT}}
{{#OF_FIELD}}<li><a href="#f-{{NAME}}">{{TEXT}}</a></li>{{/OF_FIELD}}
{{#OF_FORM}}<li>{{TEXT}}</li>{{/OF_FORM}}
{{/COMPLAINT}}
</ul>
</div>
