{{%AUTOESCAPE context="HTML"}}
<div class="totals">
{{#SCALE}}<div class="scale-rule"></div>{{/SCALE}}
<dl class="py-2">
{{#ROW}}
<div class="row-t{{#KIND}} {{NAMES}}{{/KIND}}"><dt>{{LABEL}}</dt><dd{{#LIVE}} data-t="{{NAME}}"{{/LIVE}}>{{AMOUNT}}</dd></div>
{{/ROW}}
</dl>
{{#WORDS}}<p class="words">{{TEXT}}</p>{{/WORDS}}
</div>
