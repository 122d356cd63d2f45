{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>TABS}}
<section class="card">
{{>TABLE}}
{{#MORE}}<p class="card-foot fs-sm text-2 mb-0">These are the oldest 100. Decide some to see the others.</p>{{/MORE}}
</section>
