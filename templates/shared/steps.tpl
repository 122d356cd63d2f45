{{%AUTOESCAPE context="HTML"}}
<ol class="steps" aria-label="{{NAME}}">
{{#STEP}}<li{{#DONE}} class="is-done"{{/DONE}}{{#CURRENT}} aria-current="step"{{/CURRENT}}>{{TEXT}}</li>
{{/STEP}}
</ol>
