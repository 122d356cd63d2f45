{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{#ROLE}}
<section class="card" aria-labelledby="role"><div class="card-head"><h2 id="role">Role</h2></div><div class="card-body">
<form class="stack" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>CHOICE}}
<div class="cluster"><button class="btn btn-primary">Save role</button></div>
</form>
</div></section>
{{/ROLE}}
{{#REMOVE}}
<section class="card" aria-labelledby="remove"><div class="card-head"><div><h2 id="remove">Remove from the organisation</h2><p>The works stay. {{NAME}} sees them no longer, from this moment.</p></div></div><div class="card-body">{{>BUTTON}}</div></section>
{{/REMOVE}}
{{#HAND_OVER}}
<section class="card" aria-labelledby="hand-over"><div class="card-head"><div><h2 id="hand-over">Hand over the organisation</h2><p>{{NAME}} becomes the owner of all its works, and you an admin. Only {{NAME}} can give it back.</p></div></div><div class="card-body">{{>BUTTON}}</div></section>
{{/HAND_OVER}}
