{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
<form class="card" method="post" action="/admin-panel/coupons/new/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="idempotency_key" value="{{KEY}}" autocomplete="off">
<div class="card-body stack">
<div class="form-grid">
{{>CODE}}
</div>
{{>KIND}}
<div class="form-grid">
{{>AMOUNT}}
{{>TERM}}
</div>
<fieldset class="field"><legend class="field-label">Modules</legend><span class="hint">None ticked: all modules, new ones too</span>
<div class="form-grid">
{{>MODULE}}
</div></fieldset>
</div>
<div class="card-foot"><a class="btn btn-quiet" href="/admin-panel/coupons/">Back to all coupons</a><button class="btn btn-primary">Make coupon</button></div>
</form>
