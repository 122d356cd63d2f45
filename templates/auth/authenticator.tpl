{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card is-wide"><div class="scale-rule"></div><div class="auth-in">
<div><h1>{{TITLE}}</h1><p class="text-2 mb-0">{{SENTENCE}}</p></div>
{{>NOTE}}
{{#OFFER}}
<div class="cluster qr-and-key">
<img class="qr" src="/accounts/authenticator/qr.svg" width="200" height="200" alt="QR code that holds the key written beside it">
<div class="stack"><div><div class="fs-sm text-3">Or type this key into the app</div><strong class="num">{{KEY}}</strong></div><p class="fs-sm text-3 mb-0">Any app for one-time codes will do. The key is good for 15 minutes until its first code is entered.</p></div>
</div>
<form class="stack" method="post" action="/accounts/authenticator/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="next" value="{{NEXT}}">
{{>TOTP}}
<button class="btn btn-primary btn-lg w-100">Set up authenticator</button>
</form>
{{/OFFER}}
{{#CODES}}
<ul class="recovery-codes num">{{#RECOVERY}}<li>{{TEXT}}</li>{{/RECOVERY}}</ul>
<p class="text-2 mb-0">Each is good once, in place of a code of the app. They are not shown again: print this page, or write them down and keep them away from your phone.</p>
<a class="btn btn-primary btn-lg w-100" href="{{ONWARD}}">I have kept them</a>
{{/CODES}}
{{#STATE}}
<p class="mb-0">{{LEFT}}</p>
<div class="cluster">
<form method="post" action="/accounts/authenticator/codes/"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button class="btn btn-quiet">Make new recovery codes</button></form>
<a class="btn btn-quiet" href="/accounts/authenticator/?replace=1">Replace authenticator</a>
</div>
{{/STATE}}
</div></div></div>
