{{%AUTOESCAPE context="HTML"}}
<form class="form-grid" method="post" action="/profile/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{>FIELD}}
<div class="span-all cluster mt-2"><button class="btn btn-primary">Save details</button></div>
</form>
