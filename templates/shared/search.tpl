{{%AUTOESCAPE context="HTML"}}
<dialog class="cmdk" id="search" aria-label="Search">
<form action="{{SEARCH_ACTION}}" role="search"><input class="form-control" type="search" name="q" placeholder="{{SEARCH_LABEL}}" aria-label="{{SEARCH_LABEL}}" autocomplete="off" data-finds="search-places"></form>
<div class="side-h">Go to</div>
<div id="search-places">
{{#PLACE}}
<a class="side-link" href="{{HREF}}"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-{{ICON}}"></use></svg><span>{{LABEL}}</span></a>
{{/PLACE}}
</div>
<footer><kbd>Enter</kbd> search &nbsp; <kbd>Tab</kbd> choose &nbsp; <kbd>Esc</kbd> close</footer>
</dialog>
