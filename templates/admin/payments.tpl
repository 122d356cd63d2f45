{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>TABS}}
{{>NOTE}}
<section class="card">
{{>FILTERS}}
{{>TABLE}}
{{>PAGER}}
</section>
