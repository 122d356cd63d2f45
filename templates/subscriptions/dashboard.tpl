{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="cols cols-2 cols-stretch">{{>MODULE}}</div>
