{{%AUTOESCAPE context="HTML"}}
<div class="section"><div class="container stack">
{{>HEAD}}
{{>EMPTY}}
<section class="card">{{>TABLE}}</section>
</div></div>
