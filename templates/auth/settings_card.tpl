{{%AUTOESCAPE context="HTML"}}
<div class="stack">
<p class="mb-0">{{TEXT}}</p>
<div class="cluster">{{>LINK}}{{>POST}}</div>
</div>
