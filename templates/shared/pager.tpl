{{%AUTOESCAPE context="HTML"}}
<nav class="pager" aria-label="Pages"><span class="num">{{RANGE}}</span>
<ul>
{{#PREVIOUS}}<li><a href="{{HREF}}" rel="prev" aria-label="Previous page"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-left"></use></svg></a></li>{{/PREVIOUS}}
{{#PAGE}}<li>{{#LINK}}<a href="{{HREF}}">{{LABEL}}</a>{{/LINK}}{{#HERE}}<span class="cur" aria-current="page">{{LABEL}}</span>{{/HERE}}{{#GAP}}<span class="gap">…</span>{{/GAP}}</li>
{{/PAGE}}
{{#NEXT}}<li><a href="{{HREF}}" rel="next" aria-label="Next page"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-right"></use></svg></a></li>{{/NEXT}}
</ul>
</nav>
