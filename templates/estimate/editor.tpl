{{%AUTOESCAPE context="HTML"}}
<div class="ed-head">
<div>
<ol class="crumbs"><li><a href="/works/">Works</a></li><li><span aria-current="page">{{WORK_NAME}}</span></li></ol>
<div class="cluster"><h1>Estimate</h1>{{>CHAIN}}</div>
</div>
<div class="page-actions">
<span class="save-state" data-save-state><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-check-circle-fill"></use></svg><span role="status" data-said>Saved at {{SAVED_AT}}</span><span aria-hidden="true" data-saving hidden>Saving…</span></span>
{{#SAVES}}<button class="btn btn-quiet" form="estimate" data-save>Save</button>{{/SAVES}}
{{#PRINTS}}<a class="btn btn-primary" href="{{HREF}}" data-download><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-download"></use></svg>Download Excel</a>{{/PRINTS}}
</div>
</div>
{{>NOTE}}
{{>ERROR_SUMMARY}}
{{#REMOVED}}
<form class="note" method="post" action="{{ACTION}}" data-removed><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-trash"></use></svg><div><strong>{{NAME}}</strong> was removed.</div><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="btn btn-quiet btn-sm">Undo</button></form>
{{/REMOVED}}
{{#CONFLICT}}
<section class="card" aria-labelledby="conflict-h">
<div class="card-head"><div><h2 id="conflict-h">Changed elsewhere at {{SAVED_AT}}</h2><p>What you typed stands in the fields below. Save it, or take what is there now.</p></div><a class="btn btn-quiet" href="{{HREF}}">Take what is there now</a></div>
<div class="table-wrap"><table class="table table-cards"><thead><tr><th scope="col">Field</th><th scope="col" class="n">You typed</th><th scope="col" class="n">There now</th></tr></thead><tbody>
{{#DIFFERENCE}}<tr><td class="t-lead">{{LABEL}}</td><td class="n" data-label="You typed">{{TYPED}}</td><td class="n" data-label="There now">{{NOW}}</td></tr>
{{/DIFFERENCE}}
</tbody></table></div>
</section>
{{/CONFLICT}}
<div class="card off-md"><dl class="defs defs-wide p-3"><dt>Name of work</dt><dd data-show="work_name">{{WORK_NAME}}</dd><dt>Rate book</dt><dd>{{BOOK}}. <span data-show="kind">{{KIND}}</span>. <a href="#work">Change</a></dd></dl></div>
<nav class="seg only-m" aria-label="Parts of the estimate"><div class="d-flex"><a href="#lines" aria-current="true" data-part>Lines <span class="count" data-count>{{COUNT}}</span></a><a href="#add" data-part>Add items</a><a href="#totals" data-part>Totals</a></div></nav>
<div class="panels" data-parts="lines">
{{>SHELF}}
<form class="stack" id="estimate" method="post" action="{{SAVE}}" data-estimate="{{ID}}" data-version="{{VERSION}}" data-at="{{EDITOR}}" data-percents="{{PERCENTS}}" novalidate>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="stack part-lines" id="lines">
<section class="card row-editor" aria-labelledby="row-h" data-row-editor hidden>
<div class="panel-h"><h2 id="row-h" data-re="head"></h2><div class="cluster"><button class="btn btn-quiet btn-icon btn-sm" type="button" data-step="-1" aria-label="Previous line"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-left"></use></svg></button><button class="btn btn-quiet btn-icon btn-sm" type="button" data-step="1" aria-label="Next line"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-right"></use></svg></button></div></div>
<div class="card-body stack"><strong class="fs-lg" data-re="name"></strong><div class="field" data-re="field"><label class="form-label" for="row-quantity" data-re="label"></label><input class="form-control big-qty" id="row-quantity" inputmode="decimal" autocomplete="off" enterkeyhint="next"><span class="field-error" data-re="error" id="row-quantity-e" hidden></span></div><div class="between"><span class="text-2 num">× <span data-re="rate"></span></span><strong class="fs-lg num">₹ <span data-re="amount"></span></strong></div><div class="cluster"><a class="btn btn-quiet btn-sm" data-re="item" href="{{EDITOR}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-file-earmark-text"></use></svg>Specification and datas</a><button class="btn btn-danger-quiet btn-sm" type="button" data-do="remove"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-trash"></use></svg>Remove</button></div></div>
</section>
<section class="card" aria-labelledby="lines-h">
<div class="panel-h"><h2 id="lines-h">Selected items <span class="count" data-count>{{COUNT}}</span></h2><span class="fs-sm text-3 off-md"><kbd>Enter</kbd> next quantity</span></div>
<table class="table grid-table table-cards" data-lines>
<caption class="visually-hidden">Selected items in the order of the document</caption>
<thead><tr><th class="sl" scope="col">Sl</th><th scope="col">Item</th><th scope="col" class="n">Quantity</th><th scope="col">Unit</th><th scope="col" class="n">Rate</th><th scope="col" class="n">Amount</th><th scope="col"><span class="visually-hidden">More</span></th></tr></thead>
<tbody>
{{>LINE}}
</tbody>
</table>
{{#NO_LINES}}<div class="empty" data-empty><h2>No items yet</h2><p>Tick an item of a group, or find one by its name. It becomes a line here.</p></div>{{/NO_LINES}}
</section>
</div>
<div class="cols cols-2 cols-stretch part-totals" id="totals">
<section class="card" aria-labelledby="options-h"><div class="panel-h"><h2 id="options-h">Options</h2></div><div class="card-body stack">
<div data-only="repair">{{>OLD_MATERIAL}}</div>
{{>EXCESS_TP}}
{{>NAMED}}
{{>GRAND_TOTAL}}
</div></section>
<section class="card totals" aria-labelledby="totals-h"><div class="panel-h"><h2 id="totals-h">Totals</h2></div><div class="scale-rule"></div>
<dl class="pt-2">
{{#TOTAL}}<div class="row-t{{#KIND}} {{NAMES}}{{/KIND}}" data-row="{{LIVE}}"{{#UNSEEN}} hidden{{/UNSEEN}}><dt>{{LABEL}}</dt><dd data-t="{{LIVE}}">{{AMOUNT}}</dd></div>
{{/TOTAL}}
</dl><p class="words mb-0" data-words>{{WORDS}}</p></section>
</div>
<section class="card part-totals" id="work" aria-labelledby="work-h"><div class="panel-h"><h2 id="work-h">Work</h2><span class="fs-sm text-3">{{BOOK}}</span></div><div class="card-body form-grid">
{{>WORK_NAME_FIELD}}
{{>WORK_TYPE}}
{{>AREA}}
</div></section>
</form>
</div>
<dl class="calc-strip mb-0" aria-label="Live totals">{{#STRIP}}<div{{#NAMES}} class="{{CLASS}}"{{/NAMES}}><dt>{{LABEL}}</dt><dd data-t="{{LIVE}}">{{AMOUNT}}</dd></div>{{/STRIP}}</dl>
<template id="line-menu"><div class="menu-list"><a data-do="item"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-file-earmark-text"></use></svg>Specification and datas</a><button type="button" data-do="up"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-arrow-up"></use></svg>Move up</button><button type="button" data-do="down"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-arrow-down"></use></svg>Move down</button><hr><button type="button" data-do="remove"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-trash"></use></svg>Remove</button></div></template>
<dialog class="modal-box" id="conflict" aria-labelledby="conflict-dialog-h">
<header><div><h2 id="conflict-dialog-h">This estimate was changed elsewhere</h2><p class="fs-sm text-2 mb-0" data-conflict-when></p></div></header>
<div class="modal-in"><div class="table-wrap"><table class="table table-tight"><thead><tr><th scope="col">Field</th><th scope="col" class="n">You typed</th><th scope="col" class="n">There now</th></tr></thead><tbody data-conflict-rows></tbody></table></div></div>
<footer><button class="btn btn-quiet" type="button" data-take="theirs">Take what is there now</button><button class="btn btn-primary" type="button" data-take="mine">Save what I typed</button></footer>
</dialog>
<script src="{{STATIC_ESTIMATE_JS}}" nonce="{{NONCE}}" type="module"></script>
