{{%AUTOESCAPE context="HTML"}}
<form class="filters" method="get" action="{{ACTION}}" role="search">
{{#SEARCH}}<label class="search"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-search"></use></svg><span class="visually-hidden">{{LABEL}}</span><input class="form-control" type="search" name="{{NAME}}" value="{{VALUE}}" placeholder="{{LABEL}}"></label>{{/SEARCH}}
{{#SELECT}}<select class="form-select" name="{{NAME}}" aria-label="{{LABEL}}" data-submits>
{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
{{/OPTION}}</select>
{{/SELECT}}
<button class="btn btn-quiet">Show</button>
</form>
{{#CHIPS}}
<div class="chips">{{#CHIP}}<a class="chip" href="{{HREF}}" aria-label="Remove filter: {{LABEL}}">{{LABEL}}<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-x-lg"></use></svg></a>{{/CHIP}}{{#CLEAR}}<a href="{{HREF}}">Clear all</a>{{/CLEAR}}</div>
{{/CHIPS}}
