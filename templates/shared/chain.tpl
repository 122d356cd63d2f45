{{%AUTOESCAPE context="HTML"}}
<div class="chain">
{{#GROUP}}<ol>{{#PAPER}}<li>{{#LINK}}<a href="{{HREF}}" class="is-{{STATE}}" aria-label="{{FULL_NAME}}">{{LABEL}}</a>{{/LINK}}{{#NODE}}<span class="node is-{{STATE}}" title="{{FULL_NAME}}">{{LABEL}}</span>{{/NODE}}</li>{{/PAPER}}</ol>
{{/GROUP}}
</div>
