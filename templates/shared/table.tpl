{{%AUTOESCAPE context="HTML"}}
<div class="table-wrap">
<table class="table table-cards{{#TIGHT}} table-tight{{/TIGHT}}">
<caption class="visually-hidden">{{CAPTION}}</caption>
<thead><tr>{{#COLUMN}}<th scope="col"{{#NAMES}} class="{{CLASS}}"{{/NAMES}}{{#SORTED}} aria-sort="{{WAY}}"{{/SORTED}}>{{#PLAIN}}{{LABEL}}{{/PLAIN}}{{#UNSEEN}}<span class="visually-hidden">Actions</span>{{/UNSEEN}}{{#SORTS}}<a href="{{HREF}}">{{LABEL}}</a>{{/SORTS}}</th>{{/COLUMN}}</tr></thead>
<tbody>
{{#ROW}}
<tr>{{#CELL}}{{>CONTENT}}{{/CELL}}</tr>
{{/ROW}}
</tbody>
{{#FOOT}}<tfoot><tr>{{#CELL}}{{>CONTENT}}{{/CELL}}</tr></tfoot>{{/FOOT}}
</table>
</div>
