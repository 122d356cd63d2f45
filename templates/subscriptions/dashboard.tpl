{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="cols cols-2 cols-stretch">{{>MODULE}}{{#SET}}<div class="span-two">{{>CARD}}</div>{{/SET}}</div>
