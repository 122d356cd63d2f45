{{%AUTOESCAPE context="HTML"}}
<form class="between fs-md" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
{{#FIELD}}<input type="hidden" name="resend" value="1">{{/FIELD}}
{{#VALID}}<span class="text-2">Code is valid for <strong class="num" data-countdown="{{SECONDS}}">{{CLOCK}}</strong></span>{{/VALID}}
{{#WAIT}}<button class="btn btn-quiet btn-sm" id="resend" disabled data-label="Send again">Send again in <span class="num" data-countdown="{{SECONDS}}" data-then="resend">{{CLOCK}}</span></button>{{/WAIT}}
{{#NOW}}<button class="btn btn-{{LOOK}}" id="resend">{{LABEL}}</button>{{/NOW}}
</form>
