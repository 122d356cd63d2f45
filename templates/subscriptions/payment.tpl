{{%AUTOESCAPE context="HTML"}}
<div class="split">
<section class="card">
<div class="result"><span class="seal{{#TONE}} is-{{NAME}}{{/TONE}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg></span><h1>{{TITLE}}</h1><p>{{TEXT}}</p></div>
{{#AWAITED}}
<form class="job" id="check" method="post" action="{{CHECK}}" data-awaits="{{STATUS}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="between"><strong>Asking the bank through Razorpay</strong><button class="btn btn-quiet btn-sm">Ask now</button></div>
<progress aria-label="Waiting for the bank"></progress>
</form>
{{/AWAITED}}
{{#TOLD}}<div class="card-body pt-0 stack">{{>NOTE}}{{>TIMELINE}}{{#ADVICE}}<p class="fs-sm text-2 mb-0">{{TEXT}}</p>{{/ADVICE}}</div>{{/TOLD}}
<div class="cluster justify-content-center pb-5">
{{#PAY}}
<button class="btn btn-{{LOOK}}{{#LARGE}} btn-lg{{/LARGE}}" type="button" id="pay" disabled data-key="{{KEY}}" data-order="{{ORDER}}" data-amount="{{AMOUNT}}" data-description="{{DESCRIPTION}}" data-name="{{NAME}}" data-email="{{EMAIL}}" data-contact="{{CONTACT}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-lock-fill"></use></svg>{{LABEL}}</button>
{{/PAY}}
{{>ACTION}}
</div>
{{#PAY}}<p class="px-3 pb-3 mb-0 text-center fs-sm text-bad" id="pay-trouble" role="alert" hidden>Razorpay’s page did not load. Check the connection, or allow checkout.razorpay.com, and load this page again.</p>
<noscript><p class="px-3 pb-3 mb-0 text-center fs-sm text-bad">Razorpay’s window needs JavaScript. Allow it for this page, then load it again. Your order is kept.</p></noscript>{{/PAY}}
</section>
<aside class="card" aria-labelledby="order-h"><div class="card-head"><h2 id="order-h">Order</h2></div><div class="card-body"><dl class="defs">
{{#FACT}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>
{{/FACT}}
</dl></div></aside>
</div>
{{#PAY}}
<form id="verify" method="post" action="/subscriptions/verify-payment/" hidden>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="razorpay_payment_id"><input type="hidden" name="razorpay_order_id"><input type="hidden" name="razorpay_signature">
</form>
<form id="ask" method="post" action="{{CHECK}}" hidden>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="closed">
</form>
<script src="{{SCRIPT}}" nonce="{{NONCE}}"></script>
{{/PAY}}
<script src="{{STATIC_CHECKOUT_JS}}" nonce="{{NONCE}}" type="module"></script>
