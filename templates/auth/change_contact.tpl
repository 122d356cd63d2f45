{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="stack measure">
{{>STEPS}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
<section class="card"><div class="card-body stack">
{{#ASK}}
<form class="stack" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>CONTACT}}
<p class="fs-sm text-3 mb-0">First we send a code to <strong class="num">{{PROVING}}</strong>, then one to the new {{NOUN}}. Both keep your account from anyone who has only one of them.</p>
<div class="cluster"><button class="btn btn-primary">Send code</button><a class="btn btn-ghost" href="/profile/">Keep the present one</a></div>
</form>
{{/ASK}}
{{#CODE}}
<p class="mb-0">Enter the code sent to <strong class="num">{{SENT_TO}}</strong>.</p>
{{#OPEN}}
<form class="stack" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>OTP}}
<div class="cluster"><button class="btn btn-primary">{{LABEL}}</button></div>
</form>
{{/OPEN}}
{{>AGAIN}}
<p class="fs-sm mb-0"><a href="{{ACTION}}?again=1">Start again with another {{NOUN}}</a></p>
{{/CODE}}
</div></section>
</div>
