{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card is-wide"><div class="scale-rule"></div><div class="auth-in">
{{>STEPS}}
<div><h1>Tell us who prints the papers</h1><p class="text-2 mb-0">Used on letters and tax invoices. You can change it later.</p></div>
{{>ERROR_SUMMARY}}
<form class="form-grid" method="post" action="/accounts/register/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="next" value="{{NEXT}}">
{{>FIELD}}
<div class="span-all cluster mt-2"><button class="btn btn-primary btn-lg">Save and continue</button></div>
</form>
</div></div></div>
