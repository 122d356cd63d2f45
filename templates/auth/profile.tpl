{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
<div class="split">
<div class="stack">{{>DETAILS}}</div>
<div class="stack">{{>SIDE}}</div>
</div>
