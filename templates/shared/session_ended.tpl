{{%AUTOESCAPE context="HTML"}}
<dialog class="modal-box" id="session-ended" aria-labelledby="session-ended-h">
<header><h2 id="session-ended-h">You are signed out</h2></header>
<div class="modal-in stack"><p>This session ended. What you typed is still on this page. Sign in in a new tab, then come back here and go on.</p></div>
<footer><button class="btn btn-quiet" type="button" data-close>Stay on this page</button><a class="btn btn-primary" href="/accounts/login/" target="_blank" rel="noopener" data-close>Sign in in a new tab</a></footer>
</dialog>
