{{%AUTOESCAPE context="HTML"}}
<div class="split">
<section class="card">
<div class="result"><span class="seal{{#TONE}} is-{{NAME}}{{/TONE}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg></span><h1>{{TITLE}}</h1><p>{{TEXT}}</p></div>
{{#TOLD}}<div class="card-body pt-0 stack">{{>NOTE}}{{#POINTS}}<ul class="mb-0">{{#POINT}}<li>{{TEXT}}</li>{{/POINT}}</ul>{{/POINTS}}</div>{{/TOLD}}
<div class="cluster justify-content-center pb-5">
{{#AUTHORISE}}
<button class="btn btn-primary btn-lg" type="button" id="pay" disabled data-key="{{KEY}}" data-subscription="{{SUBSCRIPTION}}" data-description="{{DESCRIPTION}}" data-name="{{NAME}}" data-email="{{EMAIL}}" data-contact="{{CONTACT}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-lock-fill"></use></svg>{{LABEL}}</button>
{{/AUTHORISE}}
{{>ACTION}}
</div>
{{#AUTHORISE}}<p class="px-3 pb-3 mb-0 text-center fs-sm text-bad" id="pay-trouble" role="alert" hidden>Razorpay’s page did not load. Check the connection, or allow checkout.razorpay.com, and load this page again.</p>
<noscript><p class="px-3 pb-3 mb-0 text-center fs-sm text-bad">Razorpay’s window needs JavaScript. Allow it for this page, then load it again.</p></noscript>{{/AUTHORISE}}
</section>
<aside class="card" aria-labelledby="leave-h"><div class="card-head"><h2 id="leave-h">Auto-renew</h2></div><div class="card-body"><dl class="defs">
{{#FACT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>
{{/FACT}}
</dl></div></aside>
</div>
{{#AUTHORISE}}
<form id="verify" method="post" action="/subscriptions/authorise-mandate/" hidden>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="razorpay_payment_id"><input type="hidden" name="razorpay_subscription_id"><input type="hidden" name="razorpay_signature">
</form>
<form id="ask" method="post" action="{{CHECK}}" hidden>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="closed">
</form>
<script src="{{SCRIPT}}" nonce="{{NONCE}}"></script>
<script src="{{STATIC_CHECKOUT_JS}}" nonce="{{NONCE}}" type="module"></script>
{{/AUTHORISE}}
