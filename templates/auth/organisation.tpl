{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
{{#SWITCH}}
<section class="card" aria-labelledby="places"><div class="card-head"><div><h2 id="places">Where you work now</h2><p>Works, estimates and bills that you see are those of this organisation. Your subscriptions come with you.</p></div></div>
{{>ORGANIZATIONS}}
</section>
{{/SWITCH}}
<section class="card" aria-labelledby="members"><div class="card-head"><h2 id="members">Members</h2></div>
{{>MEMBERS}}
</section>
{{#INVITE}}
<section class="card" aria-labelledby="invite"><div class="card-head"><div><h2 id="invite">Invite a colleague</h2><p>We send a link that is good for 7 days. Your colleague signs in with the number or address that you give here.</p></div></div><div class="card-body">
<form class="form-grid" method="post" action="/settings/organisation/invitations/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>FIELD}}
<div class="span-all cluster"><button class="btn btn-primary">Send invitation</button></div>
</form>
</div></section>
{{/INVITE}}
{{#OPEN}}
<section class="card" aria-labelledby="open"><div class="card-head"><h2 id="open">Invitations under way</h2></div>
{{>INVITATIONS}}
</section>
{{/OPEN}}
{{>LEAVE}}
