{{%AUTOESCAPE context="HTML"}}
{{#LINE}}
<a class="row-link" href="{{HREF}}"><span class="grow">{{TEXT}}<small>{{DETAIL}}</small></span><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-right"></use></svg></a>
{{/LINE}}
