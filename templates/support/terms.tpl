{{%AUTOESCAPE context="HTML"}}
<article class="section"><div class="container text-page">
<header>
<h1>Terms</h1>
<p class="text-2 mb-0">What {{NAME}} gives you with SSR Estimation, and what you agree to when you use it. What is done with your data is said apart, in the <a href="/privacy/">privacy notice</a>.</p>
<p class="fs-sm text-3 mt-2 mb-0">Last changed <span class="num">28-11-2026</span></p>
</header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ol>
<li><a href="#seller">Who sells</a></li>
<li><a href="#account">Your account</a></li>
<li><a href="#prices">Modules and prices</a></li>
<li><a href="#trial">Trial</a></li>
<li><a href="#payment">Payment</a></li>
<li><a href="#renewal">Renewal</a></li>
<li><a href="#upgrade">A longer period</a></li>
<li><a href="#cancel">Cancelling</a></li>
<li><a href="#end">When a period ends</a></li>
<li><a href="#refunds">Refunds</a></li>
<li><a href="#invoices">Invoices</a></li>
<li><a href="#papers">Your papers and the rate books</a></li>
<li><a href="#closing">What we may close</a></li>
<li><a href="#leaving">Leaving</a></li>
<li><a href="#contact">Questions and complaints</a></li>
</ol></nav>
<div class="text">
<section><h2 id="seller">Who sells</h2>
{{>SELLER}}
</section>
<section><h2 id="account">Your account</h2>
<p>You sign in with a code that we send to your mobile number or your e-mail. There is no password. Whoever can read your codes can open your account, so keep both contacts yours, and change one that is not under <a href="/profile/">Profile</a>. <a href="/accounts/sessions/">Signed-in devices</a> shows where your account is open, and signs a device out.</p>
<p>The account is for people who are 18 or over. Give your own name and State: they stand on your invoices.</p>
<p>You can work with colleagues in an organisation. Whoever belongs to it sees its papers. Its owner decides who that is, and what each may do.</p>
</section>
<section><h2 id="prices">Modules and prices</h2>
<p>Each module is bought by itself, or in a set, for a number of months. The <a href="/pricing/">price page</a> names both. A price is for one engineer. GST is added. You see the total before you pay, and that total is charged.</p>
<p>A coupon counts when you enter it before the order. The order page says what it takes off.</p>
</section>
<section><h2 id="trial">Trial</h2>
<p>Where a module offers a trial, you can have it once. Your mobile number and e-mail decide that, also after the account was deleted and made again. A trial ends by itself and costs nothing.</p>
</section>
<section><h2 id="payment">Payment</h2>
<p>You pay through Razorpay, by UPI, card or net banking. We do not see or keep your card number. The module opens when Razorpay confirms that the money is taken.</p>
<p>One order is paid once. If the money was taken twice for it, the second is sent back by itself. If your bank took money and the order stays unpaid, the bank returns it, as a rule in 5 to 7 working days.</p>
</section>
<section><h2 id="renewal">Renewal</h2>
<p>Nothing is charged by itself unless you ask for it. We remind you 7, 3 and 1 days before a period ends, unless you turned that off, and you pay for the next one if you want it. What is left of the old period is kept: the new one joins on.</p>
<p>Where auto-renew is offered, you can turn it on for a module that you bought, and authorise it once with your bank or UPI app. Then:</p>
<ul>
<li>the price that you authorised is charged, and never more;</li>
<li>you are told at least a day before each charge;</li>
<li>you can turn it off at any time under <a href="/subscriptions/">My subscription</a>, and nothing is charged after that;</li>
<li>it ends when you pay by hand, cancel the module, or ask for your account to be deleted, so that nothing is charged twice or for nothing.</li>
</ul>
</section>
<section><h2 id="upgrade">A longer period</h2>
<p>You can change to a longer period while one is in use. What is left of the price of the present period is taken off the new one. The present period ends with that payment. What you paid ahead is kept.</p>
</section>
<section><h2 id="cancel">Cancelling</h2>
<p>Cancel a module under <a href="/subscriptions/">My subscription</a>. You choose when it ends:</p>
<ul>
<li>at the end of the period: you use what is left, and can take the cancellation back till then;</li>
<li>now: the module closes at once, and what is left is lost and not paid back.</li>
</ul>
</section>
<section><h2 id="end">When a period ends</h2>
<p>A module that you paid for may stay open for some days of grace after its end. The message about the end says till when. A trial and a cancelled module have none.</p>
<p>After that your papers stay yours. You can open and print what you saved, and finish what you began. To begin a new paper, or to download one as a workbook, renew the module.</p>
</section>
<section><h2 id="refunds">Refunds</h2>
<p>If you paid by mistake, or the module does not do what the price page says, write to <a href="mailto:{{EMAIL}}">{{EMAIL}}</a> with the number of the order. Our staff decide on each request. A refund can be made up to six months after the payment.</p>
<p>Money goes back the way it came, as a rule in 5 to 7 working days. You get a credit note for it, with the GST in it. Where the whole payment goes back, what it bought ends, unless we tell you otherwise.</p>
</section>
<section><h2 id="invoices">Invoices</h2>
<p>Each payment has a tax invoice, and each refund of it a credit note. They are kept as PDF under <a href="/payments/">Payments</a>. The buyer is printed as you gave it with the order: name, address, State, and your GSTIN if you entered one. A later change of your profile changes no paper.</p>
</section>
<section><h2 id="papers">Your papers and the rate books</h2>
<p>What you enter, and the papers made of it, are yours. We use them only to run the service for you.</p>
<p>Figures are worked out from the rate book that you chose and from what you typed. An estimate keeps the rates that it was made with; a newer rate book changes nothing in it. You sign the paper: check it before you do.</p>
</section>
<section><h2 id="closing">What we may close</h2>
<p>Do not enter other people's accounts, do not burden the service so that others cannot work, and do not break the law with it. We may pause a module or close an account for that. You are told when a module is paused, and at the sign-in when the account is closed. The time that a module was paused is added at its end when it opens again.</p>
<p>While a payment is in dispute at your bank, what it bought is paused. It opens again if the dispute ends in our favour.</p>
<p>A module may be closed for maintenance. <a href="/status">Status</a> says whether all parts of the office answer.</p>
</section>
<section><h2 id="leaving">Leaving</h2>
<p>Delete your account under <a href="/settings/delete-account/">Settings</a>. It is erased 7 days after you ask; until then you can keep it. What is left of your subscriptions ends with it and is not paid back. The <a href="/privacy/#rights">privacy notice</a> says what is erased and what the law makes us keep.</p>
</section>
<section><h2 id="contact">Questions and complaints</h2>
<p>Write to <a href="mailto:{{EMAIL}}">{{EMAIL}}</a>. The law of India applies to these terms.</p>
</section>
</div>
</div></article>
