{{%AUTOESCAPE context="HTML"}}
<dialog class="modal-box" id="{{ID}}" aria-labelledby="{{ID}}-h">
<header><div><h2 id="{{ID}}-h">{{TITLE}}</h2>{{#SENTENCE}}<p class="fs-sm text-2 mb-0">{{TEXT}}</p>{{/SENTENCE}}</div><button class="btn btn-ghost btn-icon btn-sm" type="button" data-close aria-label="Close"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-x-lg"></use></svg></button></header>
{{>CONTENT}}
</dialog>
