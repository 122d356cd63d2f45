{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
<form class="split" id="checkout" method="post" action="/subscriptions/checkout/" data-quote="/subscriptions/checkout/quote/">
<div class="stack">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="idempotency_key" value="{{KEY}}" autocomplete="off">
{{#MODULE}}<input type="hidden" name="module" value="{{CODE}}">{{/MODULE}}{{#BUNDLE}}<input type="hidden" name="bundle" value="{{CODE}}">{{/BUNDLE}}
<input type="hidden" name="duration_months" value="{{MONTHS}}">
{{#UPGRADE}}<input type="hidden" name="upgrade" value="1">{{/UPGRADE}}
<section class="card"><div class="card-head"><h2>Modules</h2><a class="link-more" href="{{CHANGE}}">Change</a></div>
{{>TABLE}}
{{#BUNDLE}}<div class="card-foot fs-sm text-2">What you have left of a module is kept: its new months join on.</div>{{/BUNDLE}}
</section>
<section class="card"><div class="card-head"><h2>Bill to</h2></div>
<div class="card-body form-grid">
{{>FIELD}}
</div></section>
</div>
<aside class="card" id="to-pay" aria-labelledby="to-pay-h"><div class="card-head"><h2 id="to-pay-h">To pay</h2></div>
<div class="card-body pb-2 with-button">{{>COUPON}}<button class="btn btn-quiet" id="apply" formaction="/subscriptions/checkout/quote/">Apply</button></div>
{{>TOTALS}}
<div class="card-body pt-0 stack stack-sm">
<button class="btn btn-primary btn-lg w-100" id="order">{{#PAY}}<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-lock-fill"></use></svg>Continue to pay {{TOTAL}}{{/PAY}}{{#FREE}}Complete the order{{/FREE}}</button>
<noscript><button class="btn btn-quiet w-100" formaction="/subscriptions/checkout/quote/">Show the total anew</button></noscript>
{{#PAY}}<p class="fs-sm text-3 mb-0">UPI, cards and net banking through Razorpay. We do not see or keep your card number.</p>{{/PAY}}
</div></aside>
</form>
<script src="{{STATIC_CHECKOUT_JS}}" nonce="{{NONCE}}" type="module"></script>
