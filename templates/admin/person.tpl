{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
<div class="split">
<div class="stack">
<section class="card" aria-labelledby="modules"><div class="card-head"><h2 id="modules">Modules now</h2></div>
{{>MODULES}}
</section>
<section class="card" aria-labelledby="periods"><div class="card-head"><div><h2 id="periods">Subscriptions</h2><p>Each period that was bought, tried or given, newest first. Open one to pause it.</p></div></div>
{{>PERIODS}}
</section>
<section class="card" aria-labelledby="hand"><div class="card-head"><div><h2 id="hand">Opened and closed by hand</h2><p>The newest that runs decides, before any subscription does.</p></div></div>
{{>OVERRIDES}}
</section>
</div>
<aside class="stack">
<section class="card" aria-labelledby="contact"><div class="card-head"><h2 id="contact">Person</h2></div><div class="card-body"><dl class="defs">
{{#FACT}}<dt>{{NAME}}</dt><dd>{{VALUE}}</dd>{{/FACT}}
</dl>{{#PAYMENTS}}<p class="mt-3 mb-0"><a href="{{HREF}}">Payments and invoices</a></p>{{/PAYMENTS}}</div></section>
{{#FORM}}
<section class="card" aria-labelledby="{{ID}}"><div class="card-head"><h2 id="{{ID}}">{{TITLE}}</h2></div>
<form method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="idempotency_key" value="{{KEY}}" autocomplete="off">
<div class="card-body stack">
<p class="mb-0">{{WHAT}}</p>
{{>FIELD}}
</div>
<div class="card-foot">{{>BUTTON}}</div>
</form>
</section>
{{/FORM}}
{{#UNCHANGEABLE}}
<section class="card" aria-labelledby="no"><div class="card-head"><h2 id="no">Access by hand</h2></div><div class="card-body"><p class="mb-0">{{TEXT}}</p></div></section>
{{/UNCHANGEABLE}}
</aside>
</div>
