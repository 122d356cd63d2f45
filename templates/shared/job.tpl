{{%AUTOESCAPE context="HTML"}}
<div class="job"{{#GOES_ON}} data-hx-get="{{HREF}}" data-hx-trigger="every 2s" data-hx-swap="outerHTML"{{/GOES_ON}}>
<div class="between"><strong>{{TITLE}}</strong><span class="num fs-sm">{{COUNT}}</span></div>
{{#KNOWN}}<progress max="{{TOTAL}}" value="{{DONE}}" aria-label="{{TITLE}}, {{COUNT}}"></progress>{{/KNOWN}}
{{#UNKNOWN}}<progress aria-label="{{TITLE}}"></progress>{{/UNKNOWN}}
<div class="between fs-sm text-2"><span>{{TEXT}}</span>{{>STOP}}</div>
</div>
