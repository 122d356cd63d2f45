{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
{{#FORM}}
<form class="card" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="idempotency_key" value="{{KEY}}" autocomplete="off">
<input type="hidden" name="full_paise" value="{{LEFT}}" autocomplete="off">
<div class="card-body stack">
{{>CHOICE}}
<div class="form-grid">
{{>FIELD}}
</div>
{{>WARNING}}
</div>
<div class="card-foot"><a class="btn btn-quiet" href="{{BACK}}">Keep payment</a><button class="btn btn-danger">Refund</button></div>
</form>
{{/FORM}}
