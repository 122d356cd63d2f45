{{%AUTOESCAPE context="HTML"}}
<header class="topbar pub-bar"><div class="container between">
<a class="brand" href="/">{{>BRAND}}</a>
<nav class="cluster" aria-label="Main">
<a class="btn btn-ghost hide-sm" href="/pricing/">Pricing</a>
<a class="btn btn-ghost hide-sm" href="/help/">Help</a>
<button class="btn btn-ghost btn-icon" type="button" data-theme-toggle aria-label="Change between light and dark theme"><span class="is-dark"><svg class="icon icon-lg" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-moon-stars"></use></svg></span><span class="is-light"><svg class="icon icon-lg" aria-hidden="true"><use href="{{STATIC_ICONS_SVG}}#i-sun"></use></svg></span></button>
{{#SIGNED_IN}}<a class="btn btn-quiet" href="/dashboard/">Dashboard</a>{{/SIGNED_IN}}
{{#SIGNED_OUT}}<a class="btn btn-quiet" href="/accounts/login/">Sign in</a>{{/SIGNED_OUT}}
</nav>
</div></header>
<main id="main" tabindex="-1">
{{>BODY}}
</main>
{{#FOOT}}
<footer class="site-foot"><div class="container between"><span>SSR Estimation. Made for public-works engineers.</span><nav class="cluster" aria-label="Footer"><a href="/pricing/">Pricing</a><a href="/help/">Help</a><a href="/terms/">Terms</a><a href="/privacy/">Privacy</a><a href="/status">Status</a></nav></div></footer>
{{/FOOT}}
