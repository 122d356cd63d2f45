{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<form class="card" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="card-body">{{>CHOICE}}</div>
<div class="card-foot"><a class="btn btn-quiet" href="/subscriptions/">Keep {{NAME}}</a><button class="btn btn-danger">Cancel {{NAME}}</button></div>
</form>
