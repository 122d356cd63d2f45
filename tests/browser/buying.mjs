// Buying, from the price page to the open module, at a desk and on a phone. Each test brings a person of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from './check.mjs';
import { assertAccessible, launch, open, sizes } from './browser.mjs';
import { Client, gateway, newestCode, runJobs, simulator, site } from './http.mjs';
import { askForCode } from './people.mjs';

const browser = await launch();

const settings = Object.fromEntries(execFileSync('infra/bin/ssr', ['env'], { encoding: 'utf8' }).trim().split('\n')
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

/// A coupon that nobody else has.
function coupon(percent) {
  const code = `SALE${randomBytes(4).toString('hex').toUpperCase()}`;
  execFileSync('infra/local/psql', ['-v', 'ON_ERROR_STOP=1', '-c', `INSERT INTO coupons (public_id, code, discount_type,
    discount_value, created_at) VALUES (uuid_v7(), '${code}', 'percent', ${percent}, now())`]);
  return code;
}

const look = async (page) => {
  page.assertClean();
  await assertAccessible(page);
};
const heading = (page) => page.getByRole('heading', { level: 1 }).innerText();
const press = (page, name) => page.getByRole('button', { name }).first().click();

/// Somebody who never was here: signed in by the code of the outbox, with name and State.
async function newcomer(client = new Client()) {
  const email = `buyer-${randomBytes(6).toString('hex')}@example.test`;
  await client.signIn(email);
  const answer = await client.postForm('/accounts/register/', { name: 'Sita Devi', state_code: '36' });
  assert.equal(answer.status, 200, answer.text);
  client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
  return client;
}

/// The same in a browser: it comes through the door to `address`.
async function arrive(page, address) {
  const email = `buyer-${randomBytes(6).toString('hex')}@example.test`;
  await askForCode(page, email, address);
  await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode(email));
  await page.keyboard.press('Enter');
  await page.waitForURL(/register/);
  await page.getByLabel('Name').fill('Sita Devi');
  await page.getByLabel('State').selectOption('36');
  await press(page, 'Save and continue');
}

/// Opens Checkout on the order's page and plays the customer in it.
async function inCheckout(page, button, name) {
  await press(page, name);
  await page.frameLocator('iframe').getByRole('button', { name: button, exact: true }).click();
}

const order = { module: 'estimate', duration_months: '1', billing_name: 'Sita Devi', state_code: '36' };

for (const size of Object.keys(sizes)) {
  check(`a stranger buys Estimate: prices, sign-in, checkout, payment, open module, invoice (${size})`, async () => {
    const page = await open(browser, size);
    await page.goto(`${site}/pricing/?months=3`);
    await look(page);
    const buy = page.getByRole('link', { name: 'Buy Estimate' });
    await arrive(page, await buy.getAttribute('href'));
    await page.waitForURL(/\/subscriptions\/checkout\/\?/);
    assert.equal(await heading(page), 'Checkout');
    await look(page);
    assert.match(await page.locator('#to-pay').innerText(), /CGST 9 %[\s\S]*1,591\.82/);

    await page.getByLabel('State').selectOption('37');
    await page.locator('#to-pay').getByText('IGST 18 %').waitFor();
    await page.getByLabel('State').selectOption('36');
    await page.locator('#to-pay').getByText('SGST 9 %').waitFor();
    page.assertClean();

    await press(page, /Continue to pay/);
    await page.waitForURL(/\/subscriptions\/payments\//);
    await look(page);
    await inCheckout(page, 'Success', /^Pay ₹/);
    await page.getByRole('heading', { name: 'Payment received' }).waitFor();
    await look(page);

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Invoice SSR\// }).click()]);
    assert.match(file.suggestedFilename(), /^SSR-\d\d-\d\d-\d{6}\.pdf$/);
    for (const [path, title] of [['/subscriptions/', /^My subscription$/], ['/payments/', /^Payments and invoices$/],
      ['/dashboard/', /^Good (morning|afternoon|evening), Sita$/]]) {
      await page.goto(site + path);
      assert.match(await heading(page), title);
      await look(page);
    }
    assert.equal(await page.getByRole('link', { name: 'Open Estimate' }).count(), 1);
    await page.context().close();
  });
}

check('a payment that failed says why, and the same order is paid at the second try', async () => {
  const page = await open(browser, 'phone');
  await arrive(page, '/subscriptions/checkout/?module=estimate&duration_months=1');
  await page.waitForURL(/checkout/);
  await press(page, /Continue to pay/);
  await page.waitForURL(/\/subscriptions\/payments\//);
  const address = page.url();
  await inCheckout(page, 'Failure', /^Pay ₹/);
  await page.getByRole('heading', { name: 'Payment did not go through' }).waitFor();
  assert.match(await page.locator('main').innerText(), /Reason from the bank:[\s\S]*5 to 7 working days/);
  await look(page);
  await inCheckout(page, 'Success', 'Try again');
  await page.getByRole('heading', { name: 'Payment received' }).waitFor();
  assert.equal(page.url(), address);
  page.assertClean();
  await page.context().close();
});

check('whoever closes the window is told that nothing was opened, and can go back', async () => {
  const page = await open(browser, 'desk');
  await arrive(page, '/subscriptions/checkout/?bundle=all&duration_months=12');
  await page.waitForURL(/checkout/);
  await press(page, /Continue to pay/);
  await page.waitForURL(/\/subscriptions\/payments\//);
  await inCheckout(page, 'Close', /^Pay ₹/);
  await page.getByRole('heading', { name: 'You closed the payment window' }).waitFor();
  await look(page);
  await page.goBack();
  await page.goBack();
  assert.equal(await heading(page), 'Checkout');
  page.assertClean();
  await page.context().close();
});

check('a coupon lowers the total at once, a wrong one is told beside its field, and nothing typed is lost', async () => {
  const page = await open(browser, 'phone');
  page.expectedStatus = /422/;  // of a wrong coupon's total
  await arrive(page, '/subscriptions/checkout/?module=estimate&duration_months=3');
  await page.waitForURL(/checkout/);
  const field = () => page.getByLabel('Coupon');
  await field().fill('NOSUCH');
  await press(page, 'Apply');
  await page.getByText('There is no coupon of that code.', { exact: true }).last().waitFor();
  assert.match(await page.title(), /^Error: Checkout/);
  await look(page);

  await page.getByLabel('Address on invoice').fill('Flat 4, Karimnagar');
  await field().fill(coupon(10).toLowerCase());
  await page.keyboard.press('Tab');
  await page.getByText('10 % off').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'apply');
  assert.match(await page.locator('#to-pay').innerText(), /−134\.90[\s\S]*1,432\.64/);
  assert.equal(await page.getByLabel('Address on invoice').inputValue(), 'Flat 4, Karimnagar');
  await look(page);

  await field().fill(coupon(100));
  await page.keyboard.press('Enter');
  await press(page, 'Complete the order');
  await page.getByRole('heading', { name: 'Your order is complete' }).waitFor();
  await look(page);
  await page.context().close();
});

check('a press on the back button after the payment sells nothing twice', async () => {
  const page = await open(browser, 'desk');
  await arrive(page, '/subscriptions/checkout/?module=bill&duration_months=1');
  await page.waitForURL(/checkout/);
  await press(page, /Continue to pay/);
  await page.waitForURL(/\/subscriptions\/payments\//);
  await inCheckout(page, 'Success', /^Pay ₹/);
  await page.getByRole('heading', { name: 'Payment received' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Payment received' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Pay ₹|Try again/ }).count(), 0);
  await page.context().close();
});

check('a page that waits for the bank turns by itself when the bank has said yes', async () => {
  const client = await newcomer();
  const { json: placed } = await client.postForm('/subscriptions/checkout/', order);
  const play = (outcome) => simulator('/_sim/pay', { order_id: placed.gateway_order_id, method: 'upi', outcome, webhooks: 'none' });
  const address = `/subscriptions/payments/${placed.payment_id}/`;
  await play('abandon');
  assert.equal((await client.postForm(`${address}check/`, {})).json.status, 'attempted');

  const page = await open(browser, 'desk');
  await page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: site })));
  await page.clock.install();
  await page.goto(site + address);
  assert.equal(await heading(page), 'Waiting for your bank');
  await look(page);
  await play('success');
  await page.clock.fastForward(10_000);
  await page.getByRole('heading', { name: 'Payment received' }).waitFor();
  page.assertClean();
  await page.context().close();
});

check('a forged signature opens nothing', async () => {
  const client = await newcomer();
  const { json: placed } = await client.postForm('/subscriptions/checkout/', order);
  const word = await simulator('/_sim/pay', { order_id: placed.gateway_order_id, method: 'upi', outcome: 'failure', webhooks: 'none' });
  const refused = await client.postForm('/subscriptions/verify-payment/', {
    razorpay_order_id: placed.gateway_order_id,
    razorpay_payment_id: word.razorpay_payment_id ?? `pay_${'A'.repeat(14)}`,
    razorpay_signature: '0'.repeat(64) });
  assert.equal(refused.status, 400);
  assert.equal(refused.json.code, 'wrong_signature');
  const { modules } = (await client.get('/api/auth/me/')).json;
  assert.equal(modules.find(({ code }) => code === 'estimate').allowed, false);
});

check('a program buys, cancels at the end of the period, and reads its invoice', async () => {
  const client = await newcomer();
  const { json: placed } = await client.postForm('/subscriptions/checkout/', order);
  assert.deepEqual(placed.quote, { subtotal_paise: 49_900, discount_amount_paise: 0, cgst_paise: 4_491, sgst_paise: 4_491,
    igst_paise: 0, total_amount_paise: 58_882 });
  const word = await simulator('/_sim/pay', { order_id: placed.gateway_order_id, method: 'card', outcome: 'success', webhooks: 'none' });
  const { json: verified } = await client.postForm('/subscriptions/verify-payment/', word);
  assert.equal(verified.status, 'captured');
  assert.match(verified.invoice_number, /^SSR\/\d\d-\d\d\/\d{6}$/);
  await runJobs();
  const paper = await client.get(`/payments/${placed.payment_id}/invoice/`);
  assert.equal(paper.headers['content-type'], 'application/pdf');
  assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-');
  const { json: cancelled } = await client.postForm(`/subscriptions/${verified.subscription_id}/cancel/`, { at_period_end: '1' });
  assert.deepEqual(cancelled, { status: 'active', expires_at: verified.expires_at });
  const { json: list } = await client.get('/payments/');
  assert.deepEqual(list.map(({ id, status, total_amount_paise: total }) => [id, status, total]), [[placed.payment_id, 'captured', 58_882]]);
});

check('a subscription is cancelled, kept, reminded of, and upgraded for what the page said', async () => {
  const client = await newcomer();
  const { json: placed } = await client.postForm('/subscriptions/checkout/', order);
  const word = await simulator('/_sim/pay', { order_id: placed.gateway_order_id, method: 'upi', outcome: 'success', webhooks: 'none' });
  await client.postForm('/subscriptions/verify-payment/', word);
  const page = await open(browser, 'phone');
  await page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: site })));
  await page.goto(`${site}/subscriptions/`);
  await look(page);

  await page.getByRole('link', { name: 'Cancel Estimate' }).click();
  await look(page);
  await press(page, 'Cancel Estimate');
  await page.getByText('Cancelled, runs out').waitFor();
  await look(page);
  await press(page, 'Keep Estimate');
  await page.getByText('The subscription goes on as before.').waitFor();
  await page.getByRole('link', { name: 'Upgrade Estimate' }).click();
  assert.equal(await heading(page), 'Upgrade Estimate');
  await look(page);
  await page.getByRole('link', { name: 'Take 12 months' }).click();
  await page.getByText('Less, left of your period').waitFor();
  await look(page);
  const total = /Continue to pay (₹ [\d,.]+)/.exec(await page.locator('#order').innerText())[1];
  await press(page, /Continue to pay/);
  await inCheckout(page, 'Success', `Pay ${total}`);
  await page.getByRole('heading', { name: 'Payment received' }).waitFor();
  const { json: list } = await client.get('/payments/');
  assert.equal(list[0].total_amount_paise, Number(total.replace(/[^\d]/g, '')));
  page.assertClean();
  await page.context().close();
});

check('what is given back at Razorpay is told beside its credit note', async () => {
  const client = await newcomer();
  const { json: placed } = await client.postForm('/subscriptions/checkout/', order);
  const word = await simulator('/_sim/pay', { order_id: placed.gateway_order_id, method: 'upi', outcome: 'success', webhooks: 'none' });
  await client.postForm('/subscriptions/verify-payment/', word);
  const key = Buffer.from(`${settings.RAZORPAY_KEY_ID}:${settings.RAZORPAY_KEY_SECRET}`).toString('base64');
  const refund = await client.postJson(`/v1/payments/${word.razorpay_payment_id}/refund`, { amount: 11_800 },
    { base: gateway, headers: { authorization: `Basic ${key}`, cookie: '' } });
  assert.equal(refund.status, 200, refund.text);
  const told = async () => {
    await runJobs();  // the webhook may be on its way
    return (await client.get('/payments/')).json[0].status === 'partially_refunded';
  };
  for (let tries = 0; !(await told()); tries += 1) {
    assert.ok(tries < 100, 'the refund was not told');
    await wait(100);
  }

  const page = await open(browser, 'phone');
  await page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: site })));
  await page.goto(`${site}/payments/?status=returned`);
  await look(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^SCN\// }).click()]);
  assert.match(file.suggestedFilename(), /^SCN-\d\d-\d\d-\d{6}\.pdf$/);
  await page.goto(`${site}/subscriptions/payments/${placed.payment_id}/`);
  await page.getByText('₹ 118.00 of it goes back to you.').waitFor();
  await look(page);
  await page.context().close();
});

check('a trial is started from the dashboard', async () => {
  const page = await open(browser, 'phone');
  await arrive(page, '/dashboard/');
  await page.waitForURL(/\/dashboard\//);
  await press(page, 'Start 7-day trial');
  await page.getByText(/Trial begun: open till/).waitFor();
  await look(page);
  assert.equal(await page.getByRole('link', { name: 'Open Estimate' }).count(), 1);
  await page.context().close();
});

check('only the page of payment may load what the gateway sends', async () => {
  const client = await newcomer();
  const { json: placed } = await client.postForm('/subscriptions/checkout/', order);
  const policy = async (path) => (await client.get(path, { headers: { accept: 'text/html' } })).headers['content-security-policy'];
  const { origin } = new URL(gateway);
  assert.ok((await policy(`/subscriptions/payments/${placed.payment_id}/`)).includes(origin));
  assert.ok(!(await policy('/subscriptions/checkout/?module=estimate&duration_months=1')).includes(origin));
});

await runAll('buying', { afterAll: () => browser.close() });
