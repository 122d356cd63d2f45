{{%AUTOESCAPE context="HTML"}}
<div class="toast"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-check-circle-fill"></use></svg><p>{{TEXT}}</p>{{#ACTION}}<a href="{{HREF}}">{{LABEL}}</a>{{/ACTION}}</div>
