{{%AUTOESCAPE context="HTML"}}
<div class="stack" aria-busy="true"><span class="visually-hidden">Loading</span><span class="skel skel-lg skel-w1"></span>{{#LINE}}<span class="skel skel-w{{WIDTH}}"></span>{{/LINE}}</div>
