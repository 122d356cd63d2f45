{{%AUTOESCAPE context="HTML"}}
{{#RADIOS}}
<fieldset class="seg"><legend class="visually-hidden">{{LEGEND}}</legend>
{{#OPTION}}<input type="radio" name="{{NAME}}" id="{{ID}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}><label for="{{ID}}">{{#GLYPH}}<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg>{{/GLYPH}}{{LABEL}}{{#REASON}} <span class="pill pill-ok">{{TEXT}}</span>{{/REASON}}</label>
{{/OPTION}}
</fieldset>
{{/RADIOS}}
{{#LINKS}}
<nav class="seg" aria-label="{{LEGEND}}">
{{#OPTION}}<a href="{{VALUE}}"{{#CHOSEN}} aria-current="page"{{/CHOSEN}}>{{#GLYPH}}<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg>{{/GLYPH}}{{LABEL}}{{#REASON}} <span class="pill pill-ok">{{TEXT}}</span>{{/REASON}}</a>
{{/OPTION}}
</nav>
{{/LINKS}}
