{{%AUTOESCAPE context="HTML"}}
<section class="card part-add" aria-labelledby="groups-h" data-groups><div class="panel-h"><h2 id="groups-h">Groups</h2></div><div class="p-2"><label class="search"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-search"></use></svg><span class="visually-hidden">Find a group</span><input class="form-control form-control-sm" type="search" placeholder="Find" data-finds="groups"></label></div><ul class="pick" id="groups">{{#GROUP}}<li><a href="{{HREF}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{NAME}}<span class="count">{{COUNT}}</span></a></li>{{/GROUP}}</ul></section>
<section class="card part-add" id="add" aria-labelledby="items-h" data-shelf="{{SHELF_URL}}"><div class="panel-h"><h2 id="items-h">{{TITLE}}</h2><span class="fs-sm text-3 nw" id="items-count">{{FOUND}}</span></div>
<form class="p-2" method="get" action="{{EDITOR}}" role="search" data-find><label class="search"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-search"></use></svg><span class="visually-hidden">Find an item in all groups</span><input class="form-control form-control-sm" type="search" name="q" value="{{WORDS}}" placeholder="Find in all groups" autocomplete="off"></label></form>
<form method="post" action="{{ADD}}" id="pick">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="group" value="{{CHOSEN_GROUP}}">
<ul class="pick">
{{#ENTRY}}<li>{{#FAMILY}}<details{{#HAS_CHOSEN}} open{{/HAS_CHOSEN}}><summary>{{NAME}}<small>{{COUNT}} variants</small></summary><ul>{{#ITEM}}<li>{{>TICK}}</li>{{/ITEM}}</ul></details>{{/FAMILY}}{{>TICK}}</li>
{{/ENTRY}}
</ul>
{{#NOTHING}}<p class="p-3 text-2 mb-0">{{TEXT}}</p>{{/NOTHING}}
{{#MORE}}<p class="p-3 fs-sm text-2 mb-0">The first 60 are shown. Type more of the name.</p>{{/MORE}}
<div class="p-2" data-without-script><button class="btn btn-quiet btn-sm w-100">Add ticked items</button></div>
</form></section>
