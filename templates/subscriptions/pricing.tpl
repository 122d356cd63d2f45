{{%AUTOESCAPE context="HTML"}}
<div class="container">
{{>HEAD}}
<section class="card">{{>TABLE}}</section>
</div>
