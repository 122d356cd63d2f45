{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="cols cols-2">{{>MODULE}}</div>
