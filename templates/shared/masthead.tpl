{{%AUTOESCAPE context="HTML"}}
<header class="topbar">
<a class="brand" href="{{HOME}}">{{>BRAND}}{{#STAFF}}<small>Admin</small>{{/STAFF}}</a>
<a class="search-trigger hide-md" href="{{SEARCH_ACTION}}" data-open="search" role="button"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-search"></use></svg><span>{{SEARCH_LABEL}}</span><kbd>Ctrl K</kbd></a>
<div class="topbar-end">
<a class="btn btn-ghost btn-icon show-sm" href="{{SEARCH_ACTION}}" data-open="search" role="button" aria-label="Search"><svg class="icon icon-lg" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-search"></use></svg></a>
<button class="btn btn-ghost btn-icon" type="button" data-theme-toggle aria-label="Change between light and dark theme"><span class="is-dark"><svg class="icon icon-lg" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-moon-stars"></use></svg></span><span class="is-light"><svg class="icon icon-lg" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-sun"></use></svg></span></button>
<details class="menu hide-sm"><summary class="btn btn-ghost btn-icon{{#FRESH}} dot{{/FRESH}}" aria-label="{{BELL}}"><svg class="icon icon-lg" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-bell"></use></svg></summary><div class="menu-list">
{{#NOTICE}}<a href="{{HREF}}">{{TEXT}}</a>
{{/NOTICE}}{{#NO_NOTICES}}<p>Nothing new.</p>{{/NO_NOTICES}}
</div></details>
{{#PERSON}}
<details class="menu"><summary class="btn btn-ghost btn-icon" aria-label="{{INITIALS}}, account menu of {{NAME}}"><span class="avatar">{{INITIALS}}</span></summary><div class="menu-list">
<a href="/profile/"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-person"></use></svg>Profile</a>
<a href="/settings/"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-gear"></use></svg>Settings</a>
<a href="/accounts/sessions/"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-phone"></use></svg>Signed-in devices</a>
<a href="/subscriptions/"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-layers"></use></svg>My subscription</a>
{{#TO_STAFF}}<a href="/admin-panel/"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-speedometer2"></use></svg>Admin panel</a>{{/TO_STAFF}}
{{#FROM_STAFF}}<a href="/dashboard/"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-grid-1x2"></use></svg>My works</a>{{/FROM_STAFF}}
<hr>
<form method="post" action="/accounts/logout/"><input type="hidden" name="csrf_token" value="{{CSRF_TOKEN}}"><button><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-box-arrow-right"></use></svg>Sign out</button></form>
</div></details>
{{/PERSON}}
</div>
</header>
