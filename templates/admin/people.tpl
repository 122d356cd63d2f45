{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<section class="card">
{{>FILTERS}}
{{>TABLE}}
{{>PAGER}}
</section>
