{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card"><div class="scale-rule"></div><div class="auth-in">
<div><h1>Sign in</h1><p class="text-2 mb-0">We will send a 6-digit code. New here? The same step makes your account.</p></div>
{{>ERROR_SUMMARY}}
{{>NOTE}}
<form class="stack" method="post" action="/accounts/login/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="next" value="{{NEXT}}">
{{>IDENTIFIER}}
<button class="btn btn-primary btn-lg w-100">Send code</button>
</form>
<p class="fs-sm text-3 mb-0">By continuing you accept the <a href="/terms/">terms</a> and the <a href="/privacy/">privacy notice</a>.</p>
</div></div></div>
