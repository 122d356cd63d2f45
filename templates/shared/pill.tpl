{{%AUTOESCAPE context="HTML"}}
<span class="pill{{#TONE}} pill-{{NAME}}{{/TONE}}">{{#GLYPH}}<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg>{{/GLYPH}}{{TEXT}}</span>
