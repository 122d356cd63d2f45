{{%AUTOESCAPE context="HTML"}}
<div class="auth"><div class="auth-card"><div class="scale-rule"></div><div class="auth-in">
<div><h1>{{TITLE}}</h1><p class="text-2 mb-0">{{TEXT}}</p></div>
{{#KEEP}}<form method="post" action="{{ACTION}}">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<input type="hidden" name="signature" value="{{SIGNATURE}}">
<button class="btn btn-primary btn-lg w-100">Keep my account</button>
</form>{{/KEEP}}
{{#DONE}}<a class="btn btn-primary btn-lg w-100" href="{{HREF}}">{{LABEL}}</a>{{/DONE}}
</div></div></div>
