{{%AUTOESCAPE context="HTML"}}
<div class="stack">
{{#CONTACT}}<div class="between"><div><div class="fs-sm text-3">{{LABEL}}</div><div>{{#THERE}}<strong class="num">{{TEXT}}</strong>{{/THERE}}{{#MISSING}}<span class="text-2">Not given</span>{{/MISSING}}</div></div><a class="btn btn-quiet btn-sm" href="{{HREF}}" aria-label="{{ACTION}} {{LABEL}}">{{ACTION}}</a></div>
{{/CONTACT}}
</div>
