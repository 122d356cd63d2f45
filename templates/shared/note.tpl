{{%AUTOESCAPE context="HTML"}}
<div class="note{{#TONE}} note-{{NAME}}{{/TONE}}"{{#ALERT}} role="alert"{{/ALERT}}><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg><div>{{#STRONG}}<strong>{{TEXT}}</strong> {{/STRONG}}{{TEXT}}{{#LINK}} <a href="{{HREF}}">{{LABEL}}</a>{{/LINK}}</div></div>
