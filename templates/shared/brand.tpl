{{%AUTOESCAPE context="HTML"}}
<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke-width="2.25" stroke-linecap="round"><rect class="brand-tile" width="32" height="32" rx="7"></rect><path class="brand-ink" d="M6 23.5h20M8 20V9M12 20v-5M16 20v-8M20 20v-5"></path><path class="brand-flag" d="M24 20V9"></path></svg><span>SSR Estimation</span>
