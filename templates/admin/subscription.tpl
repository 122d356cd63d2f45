{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>ERROR_SUMMARY}}
{{>NOTE}}
<div class="split">
<div class="stack">
{{#FORM}}
<section class="card" aria-labelledby="act"><div class="card-head"><h2 id="act">{{TITLE}}</h2></div>
<form method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="card-body stack">
<p class="mb-0">{{WHAT}}</p>
{{>FIELD}}
</div>
<div class="card-foot">{{>BUTTON}}</div>
</form>
</section>
{{/FORM}}
{{#NOTHING}}
<section class="card" aria-labelledby="act"><div class="card-head"><h2 id="act">Nothing to do</h2></div><div class="card-body"><p class="mb-0">{{TEXT}}</p></div></section>
{{/NOTHING}}
</div>
<aside class="card" aria-labelledby="what"><div class="card-head"><h2 id="what">Subscription</h2>{{>STATE}}</div><div class="card-body"><dl class="defs">
<dt>Person</dt><dd><a href="{{PERSON_HREF}}">{{PERSON}}</a></dd><dt>By</dt><dd>{{SOURCE}}</dd><dt>From</dt><dd class="num">{{FROM}}</dd><dt>Till</dt><dd class="num">{{TILL}}</dd>{{#PAUSED}}<dt>Paused since</dt><dd class="num">{{SINCE}}</dd>{{/PAUSED}}<dt>Used</dt><dd class="num">{{USED}}</dd><dt>Auto-renew</dt><dd>{{RENEWAL}}</dd>
</dl></div></aside>
</div>
