{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card"><div class="scale-rule"></div><div class="auth-in">
<div><h1>Confirm that it is you</h1><p class="text-2 mb-0">Staff pages need the code that your authenticator app shows now.</p></div>
{{>NOTE}}
<form class="stack" method="post" action="/accounts/verify-totp/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="next" value="{{NEXT}}">
{{#RECOVERY}}<input type="hidden" name="recovery" value="1">{{/RECOVERY}}
{{>TOTP}}
<button class="btn btn-primary btn-lg w-100">Confirm</button>
</form>
{{#LOST}}<p class="fs-sm mb-0"><a href="{{HREF}}">Use a recovery code instead</a></p>{{/LOST}}
<p class="fs-sm text-3 mb-0">Each code counts once. After 5 wrong codes the authenticator is locked for 30 minutes.</p>
</div></div></div>
