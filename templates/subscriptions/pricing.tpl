{{%AUTOESCAPE context="HTML"}}
<section class="section pb-0"><div class="container">
<h1>Pay only for the modules you use</h1>
<p class="text-2 fs-lg prose">Each module is bought on its own. Prices are for one engineer. {{TAX}} You get a tax invoice.</p>
{{>DURATIONS}}
</div></section>
<section class="section pt-4"><div class="container stack">
<div class="cols cols-stretch">
{{#CARD}}
<article class="card price"><div class="between"><span class="glyph"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg></span></div><h2 class="h3">{{NAME}}</h2>
<div><div class="amt num">{{AMOUNT}}</div><p class="fs-sm text-3 mb-0">for {{DURATION}}{{#BEFORE}}, instead of <s class="num">{{AMOUNT}}</s>{{/BEFORE}}</p></div>
<ul class="facts">{{#FEATURE}}<li><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-check2"></use></svg><span>{{TEXT}}</span></li>{{/FEATURE}}</ul>{{>ACTION}}</article>
{{/CARD}}
</div>
{{#SET}}
<article class="card price price-set"><span class="glyph"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-stack"></use></svg></span><div class="flex-grow-1"><h2 class="h3">{{NAME}}</h2><p>One payment. You save <span class="num">{{SAVED}}</span> against buying each.</p></div><div class="amt"><span class="num">{{AMOUNT}}</span> <small>for {{DURATION}}</small></div>{{>ACTION}}</article>
{{/SET}}
<section class="card" aria-labelledby="all-prices"><div class="card-head"><h2 class="mb-0" id="all-prices">All prices</h2><p>Choose one to order it.</p></div>{{>TABLE}}</section>
<h2 class="mt-4">Questions before you pay</h2>
<div class="card">
<details class="faq" open><summary>Can I claim input tax credit?<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-down"></use></svg></summary><div>Yes. Enter your GSTIN at checkout and it is printed on the invoice.</div></details>
<details class="faq"><summary>What happens when my period ends?<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-down"></use></svg></summary><div>You can open and print all saved works, and finish what you began. To make a new paper or download a workbook, renew the module.</div></details>
<details class="faq"><summary>Do you renew by yourselves?<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-chevron-down"></use></svg></summary><div>Only where you switch on Auto-renew and your bank has your leave for it. You can end it at any time. Otherwise nothing is charged without you.</div></details>
</div>
</div></section>
