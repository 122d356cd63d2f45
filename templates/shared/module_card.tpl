{{%AUTOESCAPE context="HTML"}}
<article class="module is-{{STATE}}">
<div class="module-top"><span class="glyph"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg></span>{{>PILL}}</div>
<div class="module-body"><h3>{{NAME}}</h3><p>{{TEXT}}</p>
{{#WARNING}}<p class="fs-sm mt-2 text-bad">{{TEXT}}</p>{{/WARNING}}
{{#METER}}<div class="meter"><div class="between"><span>{{LABEL}}</span><span class="num">{{END}}</span></div>{{#BAR}}<progress{{#WARNS}} class="is-warn"{{/WARNS}} max="{{LIMIT}}" value="{{USED}}" aria-label="{{LABEL}}: {{END}}"></progress>{{/BAR}}</div>{{/METER}}
</div>
<div class="module-foot">{{#FOOT}}<span class="num">{{TEXT}}</span>{{/FOOT}}{{#FOOT_LINK}}<a class="link-more" href="{{HREF}}">{{TEXT}}</a>{{/FOOT_LINK}}{{>ACTION}}</div>
</article>
