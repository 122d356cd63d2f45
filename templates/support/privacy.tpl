{{%AUTOESCAPE context="HTML"}}
<article class="section"><div class="container text-page">
<header>
<h1>Privacy notice</h1>
<p class="text-2 mb-0">What {{NAME}} keeps about you in SSR Estimation, what for and how long, who else gets it, and what you can do about it. It stands by itself, apart from the <a href="/terms/">terms</a>.</p>
<p class="fs-sm text-3 mt-2 mb-0">Last changed <span class="num">28-11-2026</span></p>
</header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ol>
<li><a href="#who">Who answers for your data</a></li>
<li><a href="#consent">Your consent</a></li>
<li><a href="#data">What is kept, and what for</a></li>
<li><a href="#recipients">Who else gets it</a></li>
<li><a href="#cookies">Cookies</a></li>
<li><a href="#time">How long it is kept</a></li>
<li><a href="#rights">Your rights</a></li>
<li><a href="#complaints">Complaints</a></li>
<li><a href="#safety">How it is kept safe</a></li>
</ol></nav>
<div class="text">
<section><h2 id="who">Who answers for your data</h2>
{{>SELLER}}
</section>
<section><h2 id="consent">Your consent</h2>
<p>You give your data when you sign in, fill in your profile, write papers and pay. We use it for what this page names and for nothing else. There is no advertising, no tracking from page to page, and nothing is sold.</p>
<p>A mobile number or an e-mail is needed for an account, and your name and State for invoices. All else in the profile is your choice.</p>
<p>You can take your consent back as you gave it: turn messages off under <a href="/settings/notifications/">Notifications</a>, or <a href="/settings/delete-account/">delete the account</a>. What was done before that stays lawful.</p>
</section>
<section><h2 id="data">What is kept, and what for</h2>
<p>The names are those of the <a href="/settings/">copy of your data</a>, so that you can compare.</p>
<h3>You and your devices</h3>
<dl class="held">
<dt>Account and profile</dt><dd>Name, mobile number, e-mail, firm, GSTIN, State, address and picture, and when you came. To sign you in, to bill you, and to reach you.</dd>
<dt>Devices and sign-ins</dt><dd>Network address, browser and system, and the times of use. To keep you signed in, to show you where, and to warn you of a new device.</dd>
<dt>Recovery codes of your authenticator</dt><dd>Our staff only: whether a code was used. To let them in without their phone.</dd>
<dt>What you chose to be told of</dt><dd>Your choices. To keep to them.</dd>
</dl>
<h3>Colleagues</h3>
<dl class="held">
<dt>Organisations of yours</dt><dd>Their names. To know whose papers are whose.</dd>
<dt>Organisations that you belong to</dt><dd>Their names and your part in them. To open to you what they share.</dd>
<dt>Invitations to organisations</dt><dd>The number or e-mail invited, by which organisation, and what became of it. To let colleagues in.</dd>
</dl>
<h3>Papers</h3>
<dl class="held">
<dt>Folders</dt><dd>Their names. To sort works.</dd>
<dt>Works</dt><dd>Names of works and what you entered for them. To make papers of them.</dd>
<dt>Estimates</dt><dd>Your estimates. To keep, print and go on with them.</dd>
<dt>Items of the estimates</dt><dd>Their lines with rates and quantities. To work out the figures.</dd>
<dt>Workslips</dt><dd>Your workslips. To keep and print them.</dd>
<dt>Bills</dt><dd>Your bills. To keep and print them.</dd>
<dt>Formats of yours</dt><dd>The formats that you gave us. To fill them for you.</dd>
</dl>
<h3>Subscriptions and money</h3>
<dl class="held">
<dt>Subscriptions</dt><dd>Which module, since when and till when. To open what you paid for.</dd>
<dt>Periods of access</dt><dd>What each payment bought. To count days and upgrades right.</dd>
<dt>Decisions of our staff on your access</dt><dd>What was opened or closed by hand, and why. To be able to answer for it.</dd>
<dt>Use of the modules</dt><dd>What was made or downloaded, when, and the network address. To count uses, and to find misuse.</dd>
<dt>Payments</dt><dd>Orders, amounts, what became of them, and the buyer as you gave it. To sell, and to keep accounts.</dd>
<dt>Your leave to charge renewals</dt><dd>Price, dates, and the buyer. To charge only what you agreed to.</dd>
<dt>Invoices</dt><dd>The paper and the buyer on it. Because tax law asks for it.</dd>
<dt>Refunds</dt><dd>Amount, reason and date. To send money back, and to keep accounts.</dd>
<dt>Credit notes</dt><dd>The paper of each refund. Because tax law asks for it.</dd>
<dt>What the payment gateway told us</dt><dd>Razorpay's messages on your payments, with the contacts that it has of you. To know whether you paid.</dd>
<dt>Answers kept for repeated requests</dt><dd>What you were answered. So that a button pressed twice does a thing once.</dd>
</dl>
<h3>Messages and support</h3>
<dl class="held">
<dt>Tickets</dt><dd>What you asked support, and what became of it. To help you.</dd>
<dt>Messages in your tickets</dt><dd>Your words and our answers. To help you.</dd>
<dt>Files in your tickets</dt><dd>What you attached. To see what you mean.</dd>
<dt>Mails and texts to you</dt><dd>Where each was sent, about what, and when. To send it once, and to see that it arrived.</dd>
</dl>
<h3>Records</h3>
<dl class="held">
<dt>Work done for you in the background</dt><dd>Which work, and whether it is done. To do it, and to show you how far it is.</dd>
<dt>What was done by you, and to your account</dt><dd>Each change that matters, when, and the first half of the network address. To find out who did what.</dd>
<dt>Wishes to delete your account</dt><dd>When you asked, and what was erased. To prove that it was done.</dd>
<dt>Copies of your data that you asked for</dt><dd>When, and the file while it can be fetched. To give it to you.</dd>
</dl>
<h3>Not in the copy</h3>
<p>Two things stand under a key from which nobody can read your number or e-mail: how often codes were asked for, so that nobody guesses them, and that you had a trial or left us. And the web server notes the network address, the address of each page and the time, to find faults and attacks.</p>
</section>
<section><h2 id="recipients">Who else gets it</h2>
<ul>
<li><strong>Razorpay</strong>, when you pay: the amount, the number of the order, and the name, e-mail and mobile number of the buyer. You give it your card or UPI yourself, in its own window, under its own notice.</li>
<li><strong>MSG91</strong>, which carries texts: your mobile number and the text.</li>
<li><strong>The carrier of our mails</strong>: your e-mail and the mail.</li>
<li><strong>Colleagues in your organisation</strong>: your name, your contact with most of it hidden, and the papers of the organisation.</li>
<li><strong>Our staff</strong>: your account, payments and access, as far as their work needs it.</li>
<li><strong>Authorities</strong>, where a law makes us: invoices and credit notes go into our GST returns.</li>
</ul>
<p>Pages load nothing from other hosts but Razorpay's window when you pay.</p>
</section>
<section><h2 id="cookies">Cookies</h2>
<p>There are four, all needed for what you ask of us. None is read by anybody else.</p>
<dl class="held">
<dt>__Host-sid</dt><dd>Keeps you signed in. At most 30 days; 7 days without use end it.</dd>
<dt>__Host-pre</dt><dd>Binds a code and a form to your browser before you sign in. Ends with the browser.</dd>
<dt>__Host-known</dt><dd>Tells a browser that you used before from a new one, so that you are warned. 400 days.</dd>
<dt>__Host-form</dt><dd>Keeps a form that you sent after your session had ended. 1 hour.</dd>
</dl>
<p>Your browser also keeps, for itself, whether you chose the light or the dark theme, and lines of an estimate that are not saved yet.</p>
</section>
<section><h2 id="time">How long it is kept</h2>
<ul>
<li><strong>As long as you have the account</strong>: all that is named above, unless it is named below.</li>
<li><strong>8 years</strong> after the financial year: invoices, credit notes, and the payments for them. The CGST Act and the Companies Act ask for it, also after you left.</li>
<li><strong>7 days</strong>: a copy of your data that you asked for.</li>
<li><strong>Till it is used or over</strong>: the number or e-mail that an invitation to an organisation went to.</li>
<li><strong>2 days</strong> after the last one: how often codes were asked for, unless a lock lasts longer.</li>
<li><strong>Without end</strong>: the record of what was done, after you left without who you are; and, as a key from which nobody can read your number or e-mail, that you had a trial, left us, or were closed out. It also makes sure that you are erased again if we must go back to an older copy of the database.</li>
</ul>
</section>
<section><h2 id="rights">Your rights</h2>
<p>The Digital Personal Data Protection Act, 2023 gives you these. Most you use yourself:</p>
<ul>
<li><strong>To see it and have a copy.</strong> <a href="/settings/">Settings</a> makes one file of everything that we hold about you, for you to read and for programs.</li>
<li><strong>To correct it.</strong> <a href="/profile/">Profile</a> changes your details and contacts. Printed invoices stay as they are.</li>
<li><strong>To have it erased.</strong> <a href="/settings/delete-account/">Settings</a> deletes the account after a code. You are signed out everywhere at once. It is erased 7 days later, we write to you 2 days before, and until then you can keep it. Then your profile, devices, files, your words in tickets, and works that you share with nobody are gone; what others share with you goes on without your name. Invoices, credit notes and payments stay as said above. You get a certificate.</li>
<li><strong>To know who has it.</strong> <a href="#recipients">Who else gets it</a> names them.</li>
<li><strong>To name somebody</strong> who uses these rights if you die or cannot. Write to us from the e-mail of your account.</li>
<li><strong>To have a complaint heard.</strong> See below.</li>
</ul>
</section>
<section><h2 id="complaints">Complaints</h2>
<p>Write to <a href="mailto:{{EMAIL}}">{{EMAIL}}</a>, or to the address at the top. You get an answer within 90 days. If it does not satisfy you, you can complain to the Data Protection Board of India.</p>
</section>
<section><h2 id="safety">How it is kept safe</h2>
<p>All pages travel encrypted. We keep no code and no cookie as it is, only what proves it. Mails and texts are sealed till they are sent. Each part of the office can read only what its work needs, and staff confirm themselves with an authenticator. If your data should ever get into wrong hands, we tell you and the Board.</p>
</section>
</div>
</div></article>
