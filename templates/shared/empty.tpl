{{%AUTOESCAPE context="HTML"}}
<div class="empty">
<svg class="art" viewBox="0 0 132 88" fill="none" stroke-width="1.5" aria-hidden="true"><rect class="art-a" x="26" y="8" width="80" height="72" rx="6"></rect><path class="art-b" d="M38 26h36M38 38h56M38 50h56M38 62h28"></path><path class="art-c" d="M80 62h14" stroke-width="3"></path><path class="art-d" d="M8 84h116M16 84v-6M26 84v-3M36 84v-6M46 84v-3M56 84v-6M66 84v-3M76 84v-6M86 84v-3M96 84v-6M106 84v-3M116 84v-6"></path></svg>
<h2>{{TITLE}}</h2>
<p>{{TEXT}}</p>
{{>ACTION}}
</div>
