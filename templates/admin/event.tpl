{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<section class="card" aria-labelledby="facts-h"><div class="card-head"><h2 id="facts-h">Event</h2>{{>REPLAY}}</div><div class="card-body"><dl class="defs">
{{#FACT}}<dt>{{LABEL}}</dt><dd>{{#LINK}}<a href="{{HREF}}">{{VALUE}}</a>{{/LINK}}{{#PLAIN}}{{VALUE}}{{/PLAIN}}{{>PILL}}</dd>
{{/FACT}}
</dl></div>
<p class="card-foot fs-sm text-2 mb-0">Applied once more, an event changes nothing that it changed before.</p></section>
<section class="card" aria-labelledby="body-h"><div class="card-head"><div><h2 id="body-h">What it says</h2>{{#CUT}}<p>The first {{SHOWN}} of {{ALL}} bytes.</p>{{/CUT}}</div></div><div class="card-body">
<pre class="raw">{{BODY:pre_escape}}</pre>
</div></section>
