{{%AUTOESCAPE context="HTML"}}
<section class="section"><div class="container stack">
<div class="measure stack">
<h1 class="mb-0">{{TITLE}}</h1>
<p>{{TEXT}}</p>
<div class="card">{{>TABLE}}</div>
<p class="fs-sm text-3">Asked on <span class="num">{{NOW}}</span>, Indian time.</p>
</div>
</div></section>
