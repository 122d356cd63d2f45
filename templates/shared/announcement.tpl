{{%AUTOESCAPE context="HTML"}}
<div class="banner" role="region" aria-label="Announcement">
<svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-megaphone"></use></svg>
<p>{{TEXT}}{{#LINK}} <a href="{{HREF}}">{{LABEL}}</a>{{/LINK}}</p>
{{#DISMISS}}
<form method="post" action="{{ACTION}}" data-dismiss=".banner">
<input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}">
<button class="btn btn-ghost btn-sm btn-icon" aria-label="Hide this announcement"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-x-lg"></use></svg></button>
</form>
{{/DISMISS}}
</div>
