{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>TABS}}
<section class="card">
{{>TABLE}}
{{>PAGER}}
</section>
