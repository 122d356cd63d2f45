{{%AUTOESCAPE context="HTML"}}
<div class="tiles">
{{#TILE}}
<div class="tile"><div class="tile-k">{{LABEL}}</div><div class="tile-v">{{VALUE}}</div><div class="tile-n">{{#CHANGE}}<span class="{{GOODNESS}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-arrow-{{DIRECTION}}"></use></svg><span class="visually-hidden">{{DIRECTION}} </span>{{TEXT}}</span>{{/CHANGE}}{{NOTE}}</div></div>
{{/TILE}}
</div>
