{{%AUTOESCAPE context="HTML"}}
{{>MASTHEAD}}
<div class="shell{{#RAIL}} shell-rail{{/RAIL}}">
<nav class="sidebar" id="menu" aria-label="Main">
<a class="btn btn-ghost menu-close" href="#main"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-x-lg"></use></svg>Close menu</a>
{{>SIDE_BAR}}
</nav>
<main class="main" id="main" tabindex="-1"><div class="main-in">
{{>BODY}}
</div></main>
</div>
{{>TAB_BAR}}
<dialog class="drawer" id="drawer" aria-label="Menu">
<div class="drawer-h"><a class="brand" href="{{HOME}}">{{>BRAND}}</a><button class="btn btn-ghost btn-icon" type="button" data-close aria-label="Close menu"><svg class="icon" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-x-lg"></use></svg></button></div>
<nav aria-label="All pages" data-copy-of="menu"></nav>
</dialog>
{{>SEARCH}}
{{>SESSION_ENDED}}
