{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
<div class="split">
<div class="stack">
{{#REVIEW}}
<section class="card" id="review" aria-labelledby="review-h"><div class="card-head"><div><h2 id="review-h">In review: {{TITLE}}</h2><p>{{DETAIL}}</p></div></div>
{{#HELD}}<div class="card-body"><form class="stack" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<p class="mb-0">{{AMOUNT}} lies at Razorpay as <span class="num">{{GATEWAY_PAYMENT}}</span> and is not booked. Sent back, it reaches the customer in 5 to 7 working days, and the case is settled. This cannot be undone.</p>
{{>FIELD}}
<div class="cluster"><button class="btn btn-danger-quiet">Send {{AMOUNT}} back</button></div>
</form></div>{{/HELD}}
{{#SETTLE}}<div class="card-body"><form class="stack" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<p class="mb-0">Settled, the payment leaves the queue as it is. No money is moved.</p>
{{>FIELD}}
<div class="cluster"><button class="btn btn-quiet">Settle the case</button></div>
</form></div>{{/SETTLE}}
</section>
{{/REVIEW}}
<section class="card" aria-labelledby="ordered-h"><div class="card-head"><h2 id="ordered-h">What was ordered</h2></div>
{{>LINES}}
{{>TOTALS}}
</section>
{{#REFUNDS}}
<section class="card" aria-labelledby="refunds-h"><div class="card-head"><h2 id="refunds-h">Refunds</h2></div>
{{>TABLE}}
</section>
{{/REFUNDS}}
<section class="card" aria-labelledby="events-h"><div class="card-head"><h2 id="events-h">What Razorpay told</h2>{{>ASK}}</div>
{{>EVENTS}}
</section>
</div>
<div class="stack">
<section class="card" aria-labelledby="facts-h"><div class="card-head"><h2 id="facts-h">Payment</h2></div><div class="card-body"><dl class="defs">
{{#FACT}}<dt>{{LABEL}}</dt><dd>{{#LINK}}<a href="{{HREF}}">{{VALUE}}</a>{{/LINK}}{{#PLAIN}}{{VALUE}}{{/PLAIN}}</dd>
{{/FACT}}
</dl></div></section>
<section class="card" aria-labelledby="bill-to-h"><div class="card-head"><h2 id="bill-to-h">Bill to</h2></div><div class="card-body"><dl class="defs">
{{#BILL_TO}}<dt>{{LABEL}}</dt><dd>{{VALUE}}</dd>
{{/BILL_TO}}
</dl></div></section>
{{#PAPERS}}
<section class="card" aria-labelledby="papers-h"><div class="card-head"><h2 id="papers-h">Papers</h2></div><div class="card-body stack stack-sm">
{{>PAPER}}
{{#CANCELLED}}<p class="fs-sm text-2 mb-0">Credit note <span class="num">{{NUMBER}}</span> is cancelled: its refund failed.</p>
{{/CANCELLED}}
</div></section>
{{/PAPERS}}
<section class="card" aria-labelledby="story-h"><div class="card-head"><h2 id="story-h">What happened</h2></div><div class="card-body">
{{>TIMELINE}}
</div></section>
</div>
</div>
