{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<form class="card" method="post" action="/settings/notifications/">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="table-wrap"><table class="table table-cards">
<caption class="visually-hidden">What we tell you, and how</caption>
<thead><tr><th scope="col">We write about</th><th scope="col">E-mail</th><th scope="col">SMS</th></tr></thead>
<tbody>
{{#TOPIC}}<tr><td class="t-lead">{{LABEL}}<small>{{TEXT}}</small></td>{{#WAY}}<td data-label="{{WAY_NAME}}">{{#ALWAYS}}<span class="text-2">Always</span>{{/ALWAYS}}{{#NEVER}}<span class="text-3">Not by this way</span>{{/NEVER}}{{#CHOICE}}<div class="form-check form-switch"><input class="form-check-input" type="checkbox" role="switch" id="f-{{NAME}}" name="{{NAME}}" value="1" aria-label="{{FULL_NAME}}"{{#ON}} checked{{/ON}}></div>{{/CHOICE}}</td>{{/WAY}}</tr>
{{/TOPIC}}
</tbody></table></div>
<div class="card-foot"><button class="btn btn-primary">Save choices</button></div>
</form>
