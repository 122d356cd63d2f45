{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
{{>ERROR_SUMMARY}}
<div class="split">
<div class="stack">
<form class="card" method="post" action="{{SAVE}}" novalidate>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="card-head"><div><h2>Specification</h2><p>{{PREFIX_HINT}}</p></div></div>
<div class="card-body stack">
{{>QUANTITY}}
{{>DESCRIPTION}}
</div>
<div class="card-foot"><a class="btn btn-quiet" href="{{EDITOR}}">Back to the estimate</a><button class="btn btn-primary">Save</button></div>
</form>
<section class="card" aria-labelledby="datas-h">
<div class="card-head"><div><h2 id="datas-h">Datas</h2><p>{{KIND}}</p></div><strong class="num fs-lg">₹ {{RATE}}</strong></div>
{{#ANALYSIS}}
<div class="table-wrap" role="region" aria-labelledby="datas-h" tabindex="0">
<table class="table table-tight datas"><thead><tr><th scope="col">Description</th><th scope="col" class="n">Quantity</th><th scope="col">Unit</th><th scope="col" class="n">Per</th><th scope="col" class="n">Rate</th><th scope="col" class="n">Amount</th></tr></thead><tbody>
{{#ROW}}<tr{{#NAMES}} class="{{CLASS}}"{{/NAMES}}><td>{{TEXT}}</td><td class="n">{{QUANTITY}}</td><td>{{UNIT}}</td><td class="n">{{PER}}</td><td class="n">{{RATE}}</td><td class="n">{{AMOUNT}}</td></tr>
{{/ROW}}
</tbody></table>
</div>
{{/ANALYSIS}}
{{#RATE_ALONE}}<div class="card-body">The rate book gives the rate of this item without an analysis.</div>{{/RATE_ALONE}}
</section>
</div>
<aside class="stack">
<form class="card" method="post" action="{{MOVE}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="code" value="{{CODE}}">
<div class="card-head"><h2>Place</h2></div>
<div class="card-body stack">{{>PLACE}}</div>
<div class="card-foot"><button class="btn btn-quiet">Move</button></div>
</form>
<form class="card" method="post" action="{{REMOVE}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="code" value="{{CODE}}">
<div class="card-body between"><span class="text-2">Takes the line out. It can be undone.</span><button class="btn btn-danger-quiet">Remove</button></div>
</form>
</aside>
</div>
