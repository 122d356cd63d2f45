{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
<div class="cols cols-2">
{{>CARD}}
</div>
