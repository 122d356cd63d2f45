{{%AUTOESCAPE context="HTML"}}
<div class="section"><div class="container stack">
{{>HEAD}}
<section class="card"><div class="card-body">
<ul>
<li><a href="/_dev/outbox/">Outbox</a>: mails and texts, with their codes</li>
<li><a href="/_dev/gateway/">Simulated gateway</a>: orders, payments, refunds, and webhooks on their way</li>
<li><a href="/_dev/clock">Clock</a>: POST to it moves the time of all handlers</li>
<li><a href="/_dev/components/">Components</a>: every piece that pages are composed of</li>
</ul>
</div></section>
</div></div>
