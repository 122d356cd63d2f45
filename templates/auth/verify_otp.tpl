{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card"><div class="scale-rule"></div><div class="auth-in">
<div><h1>Enter the code</h1><p class="text-2 mb-0">Sent by {{CARRIER}} to <strong class="num">{{SENT_TO}}</strong>. <a href="/accounts/login/">{{CHANGE}}</a></p></div>
{{>NOTE}}
{{>LOCK}}
{{#OPEN}}
<form class="stack" method="post" action="/accounts/verify-otp/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="next" value="{{NEXT}}">
{{>OTP}}
<button class="btn btn-primary btn-lg w-100">Sign in</button>
</form>
{{/OPEN}}
{{>AGAIN}}
<p class="fs-sm text-3 mb-0">After 5 wrong codes sign-in is locked for 30 minutes. We never ask for this code on a call.</p>
</div></div></div>
