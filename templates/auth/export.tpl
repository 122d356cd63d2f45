{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
{{#RUNNING}}
<section class="card"><div class="card-body stack">
{{>JOB}}
<p class="text-2 mb-0">You may leave this page: we write to you when the copy is ready. Or <a href="{{HREF}}">look again</a>.</p>
</div></section>
<script src="{{STATIC_HTMX_JS}}" nonce="{{NONCE}}" defer></script>
{{/RUNNING}}
{{#READY}}
<section class="card"><div class="card-body stack">
<p class="mb-0">One zip file of {{SIZE}}. It holds a page to read (index.html), the same for programs (data.json), and your files. It can be fetched till {{TILL}}.</p>
<div class="cluster">{{>DOWNLOAD}}</div>
<p class="fs-sm text-3 mb-0">The button works for 15 minutes, in this browser only; after that, open this page again. Keep the file where nobody else can read it.</p>
</div></section>
{{/READY}}
{{#AGAIN}}<div class="cluster">{{>BUTTON}}</div>{{/AGAIN}}
