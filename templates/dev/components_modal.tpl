{{%AUTOESCAPE context="HTML"}}
<form method="post" action="/_dev/components/">
<div class="modal-in stack">
{{>KIND}}
{{>REASON}}
{{>WARNING}}
</div>
<footer><button class="btn btn-quiet" type="button" data-close>Keep payment</button><button class="btn btn-danger" type="button" data-close>Refund ₹ 6,796.80</button></footer>
</form>
