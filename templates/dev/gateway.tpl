{{%AUTOESCAPE context="HTML"}}
<div class="section"><div class="container stack">
{{>HEAD}}
{{>EMPTY}}
{{#PART}}<section class="card" aria-labelledby="{{ID}}"><div class="card-head"><div><h2 id="{{ID}}">{{TITLE}}</h2></div></div>{{>TABLE}}</section>{{/PART}}
</div></div>
