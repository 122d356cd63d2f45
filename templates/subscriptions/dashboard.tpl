{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<section aria-labelledby="modules">
<h2 class="fs-lg" id="modules">Modules</h2>
<div class="modules">{{>MODULE}}{{#SET}}<div class="modules-set">{{>CARD}}</div>{{/SET}}</div>
</section>
{{#CARDS}}<div{{#SPLIT}} class="split"{{/SPLIT}}>{{>RECENT}}{{>TO_DO}}</div>{{/CARDS}}
