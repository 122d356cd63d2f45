{{%AUTOESCAPE context="HTML"}}
<nav class="tabs tabs-bare" aria-label="Places of money">{{#PLACE}}<a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a>{{/PLACE}}</nav>
