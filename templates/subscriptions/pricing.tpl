{{%AUTOESCAPE context="HTML"}}
<section class="section"><div class="container stack">
{{>HEAD}}
<section class="card">{{>TABLE}}</section>
</div>
</section>
