{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
<section class="card">
{{>TABLE}}
</section>
<div class="cols cols-2">
{{#PERIOD}}
<section class="card"><div class="card-head"><h2>{{NAME}}, this period</h2>{{#CANCEL}}<a class="link-more" href="{{HREF}}">Cancel {{NAME}}</a>{{/CANCEL}}</div><div class="card-body stack">
<div><div class="between fs-sm mb-1"><span>Period used</span><span class="num">{{OVER}} of {{WHOLE}} days</span></div><progress max="{{WHOLE}}" value="{{OVER}}" aria-label="{{NAME}}, period used: {{OVER}} of {{WHOLE}} days"></progress></div>
{{#USES}}<div><div class="between fs-sm mb-1"><span>Uses taken</span><span class="num">{{USED}} of {{LIMIT}}</span></div><progress max="{{LIMIT}}" value="{{USED}}" aria-label="{{NAME}}, uses taken: {{USED}} of {{LIMIT}}"></progress></div>{{/USES}}
<dl class="defs"><dt>Began</dt><dd class="num">{{BEGAN}}</dd><dt>Ends</dt><dd class="num">{{ENDS}}</dd>{{#PAYMENT}}<dt>Paid with</dt><dd><a href="{{HREF}}">Order and invoice</a></dd>{{/PAYMENT}}{{#RENEWAL}}<dt>Auto-renew</dt><dd>{{TEXT}}</dd>{{/RENEWAL}}</dl>
{{#CANCELLED}}<p class="mb-0">Cancelled: it runs out and does not go on.</p>{{/CANCELLED}}
{{#ACTIONS}}<div class="cluster">{{>ACTION}}</div>{{/ACTIONS}}
</div></section>
{{/PERIOD}}
{{#HISTORY}}
<section class="card"><div class="card-head"><h2>History</h2></div><div class="card-body">{{>TIMELINE}}</div></section>
{{/HISTORY}}
</div>
