{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="modules">{{>MODULE}}{{#SET}}<div class="modules-set">{{>CARD}}</div>{{/SET}}</div>
