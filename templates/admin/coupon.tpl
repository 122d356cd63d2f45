{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
<div class="split">
<div class="stack">
<section class="card" aria-labelledby="uses"><div class="card-head"><div><h2 id="uses">Orders with it</h2><p>{{USES}}</p></div></div>
{{>TABLE}}
</section>
<section class="card" aria-labelledby="terms"><div class="card-head"><div><h2 id="terms">Change it</h2><p>Orders that hold the coupon already keep their price.</p></div></div>
<form method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="card-body stack">
<div class="form-grid">
{{>TERM}}
</div>
<fieldset class="field"><legend class="field-label">Modules</legend><span class="hint">None ticked: all modules, new ones too</span>
<div class="form-grid">
{{>MODULE}}
</div></fieldset>
</div>
<div class="card-foot"><button class="btn btn-primary">Save coupon</button></div>
</form>
</section>
</div>
<aside class="stack">
<section class="card" aria-labelledby="what"><div class="card-head"><h2 id="what">Coupon</h2>{{>STATE}}</div><div class="card-body"><dl class="defs">
<dt>Discount</dt><dd>{{DISCOUNT}}</dd><dt>For</dt><dd>{{FOR}}</dd><dt>Valid</dt><dd class="num">{{VALID}}</dd><dt>Used</dt><dd class="num">{{USED}}</dd><dt>One person</dt><dd class="num">{{EACH}}</dd><dt>Given in all</dt><dd class="num">{{GIVEN}}</dd><dt>Made</dt><dd class="num">{{MADE}}</dd>
</dl></div></section>
{{#WITHDRAW}}
<section class="card" aria-labelledby="stop"><div class="card-head"><h2 id="stop">Withdraw it</h2></div><div class="card-body stack"><p class="mb-0">Nobody can use {{CODE}} from then on. Orders that hold it can still be paid at their price. It can be given again later.</p><div>{{>BUTTON}}</div></div></section>
{{/WITHDRAW}}
{{#REINSTATE}}
<section class="card" aria-labelledby="go"><div class="card-head"><h2 id="go">Give it again</h2></div><div class="card-body stack"><p class="mb-0">{{CODE}} is withdrawn. Given again, it can be used within its days and limits as before.</p><div>{{>BUTTON}}</div></div></section>
{{/REINSTATE}}
</aside>
</div>
