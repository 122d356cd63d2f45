{{%AUTOESCAPE context="HTML"}}
<div class="stack">
<p class="mb-0">{{TEXT}}</p>
{{>NOTE}}
<div class="cluster">{{>LINK}}{{>POST}}</div>
</div>
