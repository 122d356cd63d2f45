{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<section class="card"><div class="card-head"><h2>In use now</h2></div><div class="card-body"><dl class="defs">
<dt>Began</dt><dd class="num">{{BEGAN}}</dd><dt>Ends</dt><dd class="num">{{ENDS}}</dd><dt>Price</dt><dd class="num">{{PRICE}}</dd><dt>Left of it</dt><dd class="num">{{LEFT}}</dd>
</dl></div></section>
<section class="card">
{{>TABLE}}
{{#TAX}}<div class="card-foot fs-sm text-2">{{TEXT}} The period in use ends with the payment; what you paid ahead is kept.</div>{{/TAX}}
</section>
