{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card is-wide"><div class="scale-rule"></div><div class="auth-in">
<div><h1>Work in {{ORGANIZATION}}?</h1><p class="text-2 mb-0">{{INVITER}} invites you as {{MEANING}}</p></div>
<p class="mb-0">Your own organisation and your subscriptions stay yours. You can change between the two in Settings, and leave at any time.</p>
<div class="cluster">
<form method="post" action="{{ACTION}}accept/"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button class="btn btn-primary btn-lg">Join</button></form>
<form method="post" action="{{ACTION}}decline/"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button class="btn btn-quiet btn-lg">Decline</button></form>
</div>
<p class="fs-sm text-3 mb-0">The invitation is good till {{TILL}}.</p>
</div></div></div>
