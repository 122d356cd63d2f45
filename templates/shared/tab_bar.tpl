{{%AUTOESCAPE context="HTML"}}
<nav class="tabbar" aria-label="Quick">
{{#PLACE}}
<a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg>{{LABEL}}</a>
{{/PLACE}}
<a href="#menu" data-open="drawer" role="button"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-list"></use></svg>Menu</a>
</nav>
