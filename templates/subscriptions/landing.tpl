{{%AUTOESCAPE context="HTML"}}
<section class="hero"><div class="container hero-in">
<div><h1>From schedule of rates to final bill, without retyping</h1>
<p class="lede">SSR Estimation keeps the estimate, workslip and bill of a work in one chain. Every figure comes from the paper before it, correct to the paisa.</p>
{{#STRANGER}}<p class="cluster mb-0"><a class="btn btn-primary btn-lg" href="/accounts/login/">{{BEGIN}}</a><a class="btn btn-quiet btn-lg" href="/pricing/">See prices</a></p>
<p class="fs-sm text-3 mt-3 mb-0">Sign in with your mobile number or e-mail. No password, no card.</p>{{/STRANGER}}
{{#PERSON}}<p class="cluster mb-0"><a class="btn btn-primary btn-lg" href="/dashboard/">Open my dashboard</a><a class="btn btn-quiet btn-lg" href="/pricing/">See prices</a></p>{{/PERSON}}</div>
<div class="sheet" role="img" aria-label="An estimate: six items of 1,73,827.25 rupees, less old material 3,500.00, with cesses, GST and L.S. provision a grand total of 2,10,000.00 rupees">
<div class="panel-h"><strong>Estimate</strong>{{>PAPERS}}</div>
<div class="scale-rule"></div>
<table class="table table-tight"><thead><tr><th>Item</th><th class="n">Qty</th><th class="n hide-sm">Rate</th><th class="n">Amount</th></tr></thead><tbody>
{{#LINE}}<tr><td>{{ITEM}}</td><td class="n">{{QUANTITY}} <span class="text-3">{{UNIT}}</span></td><td class="n hide-sm">{{RATE}}</td><td class="n">{{AMOUNT}}</td></tr>
{{/LINE}}</tbody></table>
{{>TOTALS}}
</div>
</div></section>
<section class="section"><div class="container"><h2>One work, one chain of papers</h2>
<p class="text-2 prose mb-0">A sanctioned estimate never changes because a rate book changed. Each paper is made from the stored one before it. Take only the modules that you need.</p>
<ol class="flow">
{{#MODULE}}<li><span class="glyph"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg></span><h3>{{NAME}}</h3><p>{{TEXT}}</p>{{#PRICE}}<p class="fs-sm text-3 mt-2">{{TEXT}}</p>{{/PRICE}}</li>
{{/MODULE}}</ol></div></section>
<section class="section section-alt"><div class="container split"><div><h2>Figures that survive audit</h2>
<p class="text-2 prose">The working rules of the department are built in, and each line is rounded where it is printed.</p>
<ul class="facts">
{{#FACT}}<li><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-check-circle-fill"></use></svg><span>{{TEXT}}</span></li>
{{/FACT}}</ul></div>
<div class="card"><div class="card-head"><h3>More and less, workslip 1</h3>{{>BALANCED}}</div>{{>BALANCE}}</div>
</div></section>
{{#STRANGER}}<section class="section"><div class="container between flex-wrap"><div><h2 class="mb-1">Ready for the next estimate?</h2><p class="text-2 mb-0">{{TRIAL}}</p></div><a class="btn btn-primary btn-lg" href="/accounts/login/">{{BEGIN}}</a></div></section>{{/STRANGER}}
