{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>TABS}}
<section class="card">
{{>FILTERS}}
{{>TABLE}}
{{>PAGER}}
</section>
