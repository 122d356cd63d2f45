{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>EMPTY}}
<section class="card">{{>TABLE}}</section>
