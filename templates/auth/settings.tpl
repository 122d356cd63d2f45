{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="cols cols-2">
{{>PLACES}}
<div class="stack">{{>CARD}}</div>
</div>
