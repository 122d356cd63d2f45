{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<div class="split">
<div class="stack">
{{>ERROR_SUMMARY}}
<form class="card" method="post" action="/estimate/" novalidate>
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<div class="card-head"><div><h2>New estimate</h2><p>You can change all of this later, but for the rate book.</p></div></div>
<div class="card-body stack">
{{>NAME}}
{{>WORK_TYPE}}
{{>AREA}}
{{>BOOK}}
</div>
<div class="card-foot"><button class="btn btn-primary">Open estimate</button></div>
</form>
</div>
<aside>{{>RECENT}}</aside>
</div>
