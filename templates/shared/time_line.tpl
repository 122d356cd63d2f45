{{%AUTOESCAPE context="HTML"}}
<ol class="timeline">
{{#ENTRY}}<li{{#STATE}} class="is-{{NAME}}"{{/STATE}}>{{TEXT}}{{#DETAIL}}<small>{{TEXT}}</small>{{/DETAIL}}</li>
{{/ENTRY}}
</ol>
