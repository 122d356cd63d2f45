{{%AUTOESCAPE context="HTML"}}
<div class="note note-bad" role="alert"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-lock-fill"></use></svg><div><strong>{{TITLE}}</strong> {{DETAIL}}{{#COUNTDOWN}} <span class="text-2">Time left: <span class="num" data-countdown="{{SECONDS}}">{{CLOCK}}</span></span>{{/COUNTDOWN}}</div></div>
