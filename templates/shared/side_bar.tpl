{{%AUTOESCAPE context="HTML"}}
{{#GROUP}}
<div class="side-h">{{HEADING}}</div>
{{#PLACE}}
<a class="side-link" href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}} title="{{LABEL}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg><span>{{LABEL}}</span></a>
{{/PLACE}}
{{/GROUP}}
