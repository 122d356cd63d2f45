{{%AUTOESCAPE context="HTML"}}
<dialog class="cmdk" id="search" aria-label="Search">
<form action="{{SEARCH_ACTION}}" role="search"><input class="form-control" type="search" name="q" placeholder="{{SEARCH_LABEL}}" aria-label="{{SEARCH_LABEL}}" autocomplete="off" data-finds="search-places"></form>
<div class="side-h">Go to</div>
<div id="search-places" data-copy-of="menu" data-copy-only=".side-link"></div>
<footer><kbd>Enter</kbd> search &nbsp; <kbd>Tab</kbd> choose &nbsp; <kbd>Esc</kbd> close</footer>
</dialog>
