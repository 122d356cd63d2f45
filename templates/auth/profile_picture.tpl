{{%AUTOESCAPE context="HTML"}}
<div class="stack">
{{#THERE}}<div class="cluster"><img class="picture" src="/profile/picture/" width="96" height="96" alt="Your picture"><form method="post" action="/profile/picture/remove/"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button class="btn btn-quiet btn-sm">Remove picture</button></form></div>{{/THERE}}
<form class="stack" method="post" action="/profile/picture/" enctype="multipart/form-data">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>FIELD}}
<div class="cluster"><button class="btn btn-quiet">Save picture</button></div>
</form>
</div>
