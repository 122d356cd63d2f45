{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{#THEME}}
<section class="theme-sample" data-bs-theme="{{NAME}}" aria-labelledby="theme-{{NAME}}">
<h2 id="theme-{{NAME}}">{{TITLE}}</h2>
<div class="stack stack-sm"><h3>Type</h3>
<div class="card"><div class="card-body">
<div class="bigcode num">2,10,000</div>
<p class="h1">Heading 1, 26 px</p><p class="h2">Heading 2, 20 px</p><p class="h3">Heading 3, 17 px</p>
<p class="mb-1">Body 15 px. Supply and hanging of a ceiling fan of 1200 mm sweep with regulator, complete.</p>
<p class="fs-md mb-1">Table and dense text 14 px. <span class="num">₹ 43,644.00</span></p>
<p class="fs-sm text-3 mb-0">Hint 13 px, third text colour. <a href="/_dev/components/">A link</a>, <kbd>Ctrl K</kbd>, <mark>found text</mark></p>
</div></div></div>
<div class="stack stack-sm"><h3>Buttons</h3>
<div class="card"><div class="card-body stack"><div class="cluster">{{>BUTTON}}</div><div class="cluster">{{>SIZED_BUTTON}}{{>SEGMENT}}{{>LINK_SEGMENT}}</div></div></div></div>
<div class="stack stack-sm"><h3>States and papers</h3>
<div class="card"><div class="card-body stack"><div class="cluster">{{>PILL}}<span class="count">12</span></div>{{>CHAIN}}</div></div></div>
<div class="stack stack-sm"><h3>Module cards</h3>
<div class="modules">{{>MODULE}}</div></div>
<div class="stack stack-sm"><h3>Stat tiles</h3>
{{>TILES}}</div>
<div class="stack stack-sm"><h3>Form fields</h3>
<div class="card"><form class="card-body stack" method="post" action="/_dev/components/">
<div class="form-grid">{{>FIELD}}{{>OTP}}</div>
{{>CHOICE}}
{{>DROP}}
</form></div></div>
<div class="stack stack-sm"><h3>Messages</h3>
<div class="card"><div class="card-body stack">{{>NOTE}}
<div class="cluster">{{>OPEN}}</div>
<div class="toast"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-check-circle-fill"></use></svg><p>Line removed.</p><button type="button">Undo</button></div>
</div></div></div>
<div class="stack stack-sm"><h3>Empty, loading, job</h3>
<div class="cols"><div class="card">{{>EMPTY}}</div><div class="card"><div class="card-body">{{>SKELETON}}</div></div><div class="card">{{>JOB}}</div>{{>CARD}}</div></div>
<div class="stack stack-sm"><h3>Steps and timeline</h3>
<div class="card"><div class="card-body stack">{{>STEPS}}{{>TIMELINE}}</div></div></div>
<div class="stack stack-sm"><h3>Table, filters, pages</h3>
<div class="card">{{>FILTERS}}{{>TABLE}}{{>PAGER}}</div></div>
<div class="stack stack-sm"><h3>Totals</h3>
<div class="cols"><div class="card">{{>TOTALS}}</div></div></div>
{{>MODAL}}
</section>
{{/THEME}}
