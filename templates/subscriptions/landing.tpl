{{%AUTOESCAPE context="HTML"}}
<section class="section"><div class="container stack">
<h1>Estimates, workslips and bills, right to the paisa</h1>
<p>From the rate book to the sanctioned estimate, the working estimate and the final bill: one set of figures, kept safe while you type.</p>
<p class="cluster"><a class="btn btn-primary btn-lg" href="/accounts/login/">Sign in with a code</a> <a class="btn btn-quiet btn-lg" href="/pricing/">See the prices</a></p>
<div class="modules">{{>MODULE}}</div>
</div>
</section>
