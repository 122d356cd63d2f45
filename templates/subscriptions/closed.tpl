{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
<div class="cluster">{{>ACTION}}</div>
{{#SOLD}}
<section class="card" aria-labelledby="sold-h"><div class="card-head"><h2 id="sold-h">Buy it</h2><p>{{TAX}}</p></div>
{{>TABLE}}
</section>
{{/SOLD}}
