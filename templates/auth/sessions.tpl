{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<section class="card">
{{>TABLE}}
<div class="card-foot">{{>EVERYWHERE}}</div>
</section>
{{>DIALOG}}
