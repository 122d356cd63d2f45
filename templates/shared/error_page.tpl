{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card"><div class="scale-rule"></div><div class="auth-in">
<div class="bigcode num" aria-hidden="true">{{STATUS}}</div>
<div><h1>{{TITLE}}</h1><p class="text-2 mb-0">{{DETAIL}}</p></div>
{{#NUMBER}}<p class="fs-sm text-3">If you write to us, quote this number: <strong class="num">{{REQUEST_ID}}</strong></p>{{/NUMBER}}
<div class="cluster">{{>ACTION}}</div>
</div></div></div>
