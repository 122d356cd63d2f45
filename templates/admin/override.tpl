{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
<form class="card" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="card-body stack">
<p class="mb-0">{{WHAT}}</p>
<dl class="defs"><dt>Set by</dt><dd>{{BY}}</dd><dt>On</dt><dd class="num">{{MADE}}</dd><dt>Reason</dt><dd>{{REASON}}</dd></dl>
</div>
<div class="card-foot"><a class="btn btn-quiet" href="{{BACK}}">Leave it as it is</a>{{#RUNNING}}<button class="btn btn-danger">{{LABEL}}</button>{{/RUNNING}}</div>
</form>
