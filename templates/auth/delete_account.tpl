{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
{{#LEAVING}}
<section class="card"><div class="card-body stack">
<p class="mb-0">Your account will be deleted on <strong>{{DAY}}</strong>. Until then everything is as it was.</p>
<div class="cluster">{{>KEEP}}</div>
</div></section>
{{/LEAVING}}
{{#STAYING}}
<div class="cols cols-2 cols-stretch">
<section class="card" aria-labelledby="goes"><div class="card-head"><h2 id="goes">What goes</h2></div><div class="card-body"><ul class="mb-0">
<li>Your name, mobile number, e-mail, address and profile</li>
<li>Your devices and sign-ins, at once</li>
<li>Works, estimates, workslips and bills that you share with nobody</li>
<li>Your formats, files, and your words in tickets</li>
<li>What is left of your subscriptions; it is not paid back</li>
</ul></div></section>
<section class="card" aria-labelledby="stays"><div class="card-head"><h2 id="stays">What stays</h2></div><div class="card-body"><ul class="mb-0">
<li>Invoices and credit notes with the buyer as printed, and the payments for them, for 8 years: the law asks for it</li>
<li>Works of an organisation that others use too, without your name</li>
<li>What was done when, without who you are</li>
<li>That a trial was used: as a code from which nobody can read your number</li>
</ul></div></section>
</div>
<section class="card" aria-labelledby="confirm"><div class="card-head"><div><h2 id="confirm">Confirm with a code</h2><p>You are signed out everywhere at once. The account is deleted 7 days later; until then you can keep it.</p></div></div><div class="card-body stack">
{{#CODE}}
<p class="mb-0">A code was sent to <strong class="num">{{TO}}</strong>.</p>
<form class="stack" method="post" action="/settings/delete-account/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>OTP}}
<div class="cluster"><button class="btn btn-danger">Delete my account</button></div>
</form>
{{/CODE}}
{{#ASK}}
<p class="mb-0">We send a code to <strong class="num">{{TO}}</strong>. Take <a href="/settings/">a copy of your data</a> first, if you want one.</p>
{{/ASK}}
<form method="post" action="/settings/delete-account/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{#SEND}}<button class="btn btn-danger-quiet">Send the code</button>{{/SEND}}
{{#AGAIN}}<button class="btn btn-quiet btn-sm" id="resend"{{#WAIT}} disabled data-label="Send again"{{/WAIT}}>Send again{{#LEFT}} in <span class="num" data-countdown="{{SECONDS}}" data-then="resend">{{CLOCK}}</span>{{/LEFT}}</button>{{/AGAIN}}
</form>
</div></section>
{{/STAYING}}
