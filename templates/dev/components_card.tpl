{{%AUTOESCAPE context="HTML"}}
<p class="mb-0">The amount is the server's; the page never adds up money by itself.</p>
