{{%AUTOESCAPE context="HTML"}}
<fieldset class="field{{#WRONG}} is-bad{{/WRONG}}" id="{{ID}}"{{#DESCRIBED}} aria-describedby="{{IDS}}"{{/DESCRIBED}}>
<legend class="{{#SHOWN}}field-label{{/SHOWN}}{{#UNSHOWN}}visually-hidden{{/UNSHOWN}}">{{LEGEND}}</legend>
{{#HINT}}<span class="hint" id="{{ID}}-h">{{TEXT}}</span>{{/HINT}}
<div class="choice">
{{#OPTION}}
<label><input class="form-check-input" type="{{TYPE}}" name="{{NAME}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}><span><strong>{{LABEL}}</strong>{{#REASON}}<small>{{TEXT}}</small>{{/REASON}}</span></label>
{{/OPTION}}
</div>
{{#ERROR}}<span class="field-error" id="{{ID}}-e"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-exclamation-circle-fill"></use></svg><span>{{TEXT}}</span></span>{{/ERROR}}
</fieldset>
