{{%AUTOESCAPE context="HTML"}}
<form method="post" action="/accounts/logout-all/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="only_others" value="1">
<div class="modal-in">They will need a new code to come back. Saved work is not affected.</div>
<footer><button class="btn btn-quiet" type="button" data-close>Keep them</button><button class="btn btn-danger">{{LABEL}}</button></footer>
</form>
