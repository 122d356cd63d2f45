// Checkout as a customer sees it: over a page of the shop with the shop's strict policy, in Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { check, runAll } from '../browser/check.mjs';
import { assertAccessible, launch, open } from '../browser/browser.mjs';
import { Client, gateway, site } from '../browser/http.mjs';
import { root } from './wire.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const setting = (name) => new RegExp(`^${name}=(.*)$`, 'm').exec(execFileSync(path.join(root, 'infra/bin/ssr'), ['env'], { encoding: 'utf8' }))[1];
const key = setting('RAZORPAY_KEY_ID');
const authorization = `Basic ${Buffer.from(`${key}:${setting('RAZORPAY_KEY_SECRET')}`).toString('base64')}`;
const api = async (target, body) => (await fetch(`${gateway}/v1/${target}`, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body),
  headers: { authorization, 'content-type': 'application/json' } })).json();
const newOrder = async () => (await api('orders', { amount: 679_680, currency: 'INR', payment_capture: true })).id;

const browser = await launch();
const buyer = new Client();
await buyer.signIn('sita@example.test');
// An order of the shop that nobody pays: its page carries the shop's own policy, and loads our script.
const { json: ordered } = await buyer.postForm('/subscriptions/checkout/', { module: 'bill', duration_months: '3', billing_name: 'Sita', state_code: '36' });
const shopPage = `${site}/subscriptions/payments/${ordered.payment_id}/`;
let page;

/// A Checkout over that page, for a new order of the gateway; `told` gathers what the page hears.
async function checkout(size, options = {}) {
  await page?.context().close();
  page = await open(browser, size);
  await page.context().addCookies([{ name: '__Host-sid', value: buyer.cookies.get('__Host-sid'), url: site, secure: true }]);
  await page.goto(shopPage);
  const order = await newOrder();
  await page.evaluate(({ key, order, options }) => {
    window.told = [];
    const { takesHandler = true, ...rest } = options;
    const razorpay = new window.Razorpay({ key, order_id: order, amount: 679_680, currency: 'INR', name: 'SSR Estimation', description: 'Estimate, 12 months',
      prefill: { name: 'Ravi', contact: '+919000000010' }, theme: { color: '#1f4a8c' }, ...rest,
      ...(takesHandler && { handler: (word) => window.told.push(['success', word]) }),
      modal: { ondismiss: () => window.told.push(['dismissed']) } });
    razorpay.on('payment.failed', ({ error }) => window.told.push(['failed', error]));
    razorpay.open();
  }, { key, order, options });
  const frame = page.frameLocator('dialog iframe');
  await frame.getByText('6,796.80').waitFor();
  return { order, frame };
}
const told = () => page.evaluate(() => window.told);
const until = async (count) => { await page.waitForFunction((wanted) => window.told.length >= wanted, count); return told(); };
const press = (frame, name) => frame.getByRole('button', { name }).click();

check('it can be used with a phone and a desk, by keyboard and by screen reader', async () => {
  for (const size of ['phone', 'desk']) {
    const { frame } = await checkout(size);
    const inner = page.frames().find((each) => each.url().startsWith(gateway));
    await inner.evaluate(axe);
    const { violations } = await inner.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`), []);
    assert.ok(await inner.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${size} scrolls sideways`);
    await assertAccessible(page);
    await frame.getByRole('radio', { name: 'UPI' }).focus();
    await page.keyboard.press('ArrowDown');
    assert.ok(await frame.getByRole('radio', { name: 'Card' }).isChecked());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const [[kind]] = await until(1);
    assert.equal(kind, 'success');
    page.assertClean();
  }
});

check('a success gives the handler three fields, and the gateway the money', async () => {
  const { order, frame } = await checkout('desk');
  await frame.getByRole('radio', { name: 'Netbanking' }).check();
  await press(frame, 'Success');
  const [[kind, word]] = await until(1);
  assert.equal(kind, 'success');
  assert.deepEqual(Object.keys(word).sort(), ['razorpay_order_id', 'razorpay_payment_id', 'razorpay_signature']);
  assert.equal(word.razorpay_order_id, order);
  const payment = await api(`payments/${word.razorpay_payment_id}`);
  assert.deepEqual([payment.status, payment.method], ['captured', 'netbanking']);
  assert.equal(await page.locator('dialog.razorpay-container').count(), 0);
  page.assertClean();
});

check('a failure is told with its reason, and the next try may succeed', async () => {
  const { order, frame } = await checkout('phone');
  await press(frame, 'Failure');
  const [[kind, error]] = await until(1);
  assert.equal(kind, 'failed');
  assert.deepEqual(Object.keys(error).sort(), ['code', 'description', 'metadata', 'reason', 'source', 'step']);
  assert.equal(error.metadata.order_id, order);
  assert.match(await frame.getByRole('alert').textContent(), /declined/);
  await press(frame, 'Success');
  assert.deepEqual((await until(2)).map(([each]) => each), ['failed', 'success']);
  page.assertClean();
});

check('where the shop wants no second try, a failure closes it', async () => {
  const { frame } = await checkout('desk', { retry: { enabled: false } });
  await press(frame, 'Failure');
  await until(1);
  assert.equal(await page.locator('dialog.razorpay-container').count(), 0);
});

check('the customer can leave, and nothing is paid', async () => {
  // The frame that the key goes to may be gone before Chromium says that it took it: nobody waits for that.
  const escape = () => { page.keyboard.down('Escape').catch(() => {}); };
  for (const leave of [(frame) => press(frame, 'Close'), escape]) {
    const { order, frame } = await checkout('desk');
    await leave(frame);
    assert.deepEqual(await until(1), [['dismissed']]);
    assert.equal((await api(`orders/${order}`)).status, 'created');
    assert.equal(await page.locator('dialog.razorpay-container').count(), 0);
  }
});

check('without a handler the browser posts the word to the callback', async () => {
  const { order, frame } = await checkout('desk', { callback_url: `${site}/shop-callback/`, takesHandler: false });
  const posted = new Promise((resolve) => {
    page.route(`${site}/shop-callback/`, (route) => {
      resolve(new URLSearchParams(route.request().postData()));
      return route.fulfill({ body: 'thanks' });
    });
  });
  await press(frame, 'Success');
  const fields = await posted;
  assert.equal(fields.get('razorpay_order_id'), order);
  assert.match(fields.get('razorpay_signature'), /^[0-9a-f]{64}$/);
});

check('a shop with another account\'s key is told so, and nobody else may frame it', async () => {
  const { order } = await checkout('desk');
  page.expectedStatus = /401/;
  await page.evaluate((id) => {
    document.querySelector('dialog.razorpay-container').remove();
    new window.Razorpay({ key: 'rzp_test_somebody', order_id: id, name: 'Shop' }).open();
  }, order);
  const frame = page.frameLocator('dialog iframe');
  await frame.getByRole('alert').filter({ hasText: 'Authentication failed' }).waitFor();
  assert.ok(await frame.getByRole('button', { name: 'Success' }).isDisabled());
  const { headers } = await fetch(`${gateway}/checkout/`);
  assert.match(headers.get('content-security-policy'), new RegExp(`frame-ancestors ${site.replaceAll('.', '\\.')}`));
});

await runAll('wire gateway checkout', { afterAll: () => browser.close() });
