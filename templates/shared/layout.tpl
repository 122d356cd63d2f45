{{%AUTOESCAPE context="HTML"}}
<!doctype html>
<html lang="en-IN" data-bs-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} - SSR Estimation</title>
<meta name="theme-color" content="#0e6170">
<meta name="csrf-token" content="{{CSRF_TOKEN}}">
<meta name="person" content="{{PERSON}}">
<meta name="htmx-config" content='{"includeIndicatorCSS":false}'>
<link rel="icon" href="{{STATIC_LOGO_MARK_SVG}}" type="image/svg+xml">
<link rel="preload" href="{{STATIC_PUBLIC_SANS_LATIN_WOFF2}}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{{STATIC_THEME_CSS}}">
<script src="{{STATIC_THEME_JS}}" nonce="{{NONCE}}"></script>
<script src="{{STATIC_APP_JS}}" nonce="{{NONCE}}" type="module"></script>
</head>
<body>
<a class="skip-link" href="#main">Skip to main content</a>
{{>ANNOUNCEMENT}}
{{>SURROUNDINGS}}
<div class="toasts" id="toasts" role="status" aria-live="polite">{{>TOAST}}</div>
</body>
</html>
