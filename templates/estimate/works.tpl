{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
{{#DELETED}}
<form class="note note-ok" method="post" action="{{ACTION}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-check-circle-fill"></use></svg><div>The work was deleted. Its papers are kept.</div><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button class="btn btn-quiet btn-sm">Undo</button></form>
{{/DELETED}}
{{#LIST}}
<section class="card">
{{>FILTERS}}
{{#ROWS}}
<table class="table table-cards">
<caption class="visually-hidden">Works, the last changed first</caption>
<thead><tr><th scope="col">Work</th><th scope="col">Papers</th><th scope="col">Stage</th><th scope="col" class="n">Grand total</th><th scope="col">Changed</th><th scope="col"><span class="visually-hidden">Actions</span></th></tr></thead>
<tbody>
{{#WORK}}
<tr><td class="t-lead"><a href="{{HREF}}">{{NAME}}</a><small>{{BOOK}}</small></td><td data-label="Papers">{{>CHAIN}}</td><td data-label="Stage">{{>STAGE}}</td><td class="n" data-label="Grand total">{{AMOUNT}}</td><td class="num" data-label="Changed">{{DATE}}</td><td class="act">{{#CHANGES}}<details class="menu"><summary class="btn btn-ghost btn-icon btn-sm" aria-label="Actions for {{NAME}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-three-dots-vertical"></use></svg></summary><div class="menu-list">
<form class="menu-form" method="post" action="{{RENAME}}"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><label class="form-label" for="rename-{{NUMBER}}">Name of work</label><textarea class="form-control form-control-sm" id="rename-{{NUMBER}}" name="name" rows="3" maxlength="300">
{{NAME}}</textarea><span class="cluster"><button class="btn btn-primary btn-sm">Rename</button></span></form>
<hr>
<form method="post" action="{{DELETE}}"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-trash"></use></svg>{{DELETE_LABEL}}</button></form>
</div></details>{{/CHANGES}}</td></tr>
{{/WORK}}
</tbody>
</table>
{{/ROWS}}
{{#NONE}}<div class="empty"><h2>No work is called so</h2><p>Look for fewer words, or <a href="/works/">show all works</a>.</p></div>{{/NONE}}
{{>PAGER}}
</section>
{{/LIST}}
{{>EMPTY}}
