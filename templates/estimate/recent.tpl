{{%AUTOESCAPE context="HTML"}}
<ul class="pick">
{{#WORK}}<li><a href="{{HREF}}"><span>{{NAME}}<small>Changed {{DATE}}</small></span><span class="rate count-end">{{AMOUNT}}</span></a></li>
{{/WORK}}
</ul>
