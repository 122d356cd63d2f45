{{%AUTOESCAPE context="HTML"}}
<div class="field{{#WRONG}} is-bad{{/WRONG}}">
<label class="form-label" for="{{ID}}">{{LABEL}}</label>
{{#HINT}}<span class="hint" id="{{ID}}-h">{{TEXT}}</span>{{/HINT}}
<input class="form-control otp" id="{{ID}}" name="{{NAME}}" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false"{{#FOCUS}} autofocus{{/FOCUS}}{{#DESCRIBED}} aria-describedby="{{IDS}}"{{/DESCRIBED}}{{#WRONG}} aria-invalid="true"{{/WRONG}} data-otp>
{{#ERROR}}<span class="field-error" id="{{ID}}-e"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-exclamation-circle-fill"></use></svg><span>{{TEXT}}</span></span>{{/ERROR}}
</div>
