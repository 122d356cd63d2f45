{{%AUTOESCAPE context="HTML"}}
<div class="stack">
{{#PLACE}}<div><a href="{{HREF}}">{{LABEL}}</a><div class="fs-sm text-3">{{TEXT}}</div></div>
{{/PLACE}}
</div>
