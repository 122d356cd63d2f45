// Auto-renew: from the toggle through Checkout to the charge at the period's end, and off again. Each test brings a person of
// its own, and moves the clock that all share forward only.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from './check.mjs';
import { assertAccessible, launch, open, sizes } from './browser.mjs';
import { Client, ledger, moveClock, runJobs, simulator, site } from './http.mjs';

const browser = await launch();
const look = async (page) => {
  page.assertClean();
  await assertAccessible(page);
};
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const rows = async (client) => (await client.get('/payments/')).json;

/// Somebody with a month of Estimate.
async function subscriber() {
  const client = new Client();
  client.email = `renewer-${randomBytes(6).toString('hex')}@example.test`;
  await client.signIn(client.email);
  await client.postForm('/accounts/register/', { name: 'Sita Devi', state_code: '36' });
  client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
  const { json: placed } = await client.postForm('/subscriptions/checkout/',
    { module: 'estimate', duration_months: '1', billing_name: 'Sita Devi', state_code: '36' });
  const word = await simulator('/_sim/pay', { order_id: placed.gateway_order_id, webhooks: 'none' });
  const { json: verified } = await client.postForm('/subscriptions/verify-payment/', word);
  Object.assign(client, { subscription: verified.subscription_id, expires: verified.expires_at });
  return client;
}

const lend = (client, page) => page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: site })));

async function pageOf(client, size) {
  const page = await open(browser, size);
  await lend(client, page);
  return page;
}

/// Sessions end after a week: he comes back weeks later.
async function comeBack(client, page) {
  client.cookies.clear();
  client.csrf = '';
  await client.signIn(client.email);
  await page.context().clearCookies();
  await lend(client, page);
}

const letters = async (client) => (await new Client().get(`/_dev/outbox.json?to=${encodeURIComponent(client.email)}`)).json;

/// The clock moves there, unless it is past it, and all that falls due is done.
async function goTo(moment) {
  const { json } = await new Client().get('/_dev/clock');
  if (Date.parse(json.now) < moment) await moveClock({ now: new Date(moment).toISOString().replace(/\.\d+/, '') });
  await runJobs();
}

async function until(holds) {
  for (let tries = 0; !(await holds()); tries += 1) {
    assert.ok(tries < 100, `not so in time: ${holds}`);
    await runJobs();
    await wait(100);
  }
}

/// Authorises it in Checkout, from My subscription.
async function turnOn(page) {
  await page.goto(`${site}/subscriptions/`);
  await press(page, 'Turn auto-renew on');
  await page.getByRole('heading', { name: 'Let Estimate renew itself' }).waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Authorise auto-renew' }).click();
  await page.frameLocator('iframe').getByRole('button', { name: 'Success', exact: true }).click();
  await page.getByText('Auto-renew is on.').waitFor();
}

for (const size of Object.keys(sizes)) {
  check(`auto-renew is authorised, announced, charged once, and turned off for good (${size})`, async () => {
    const client = await subscriber();
    const page = await pageOf(client, size);
    await turnOn(page);
    assert.match(await page.locator('main').innerText(), /On: ₹ 588\.82 on \d\d-\d\d-\d{4} by UPI mandate\./);
    await look(page);
    await page.getByRole('link', { name: 'See auto-renew' }).click();
    await page.getByRole('heading', { name: 'Auto-renew is on' }).waitFor();
    await look(page);
    const end = Date.parse(client.expires), day = 86_400_000;
    await goTo(end - 2 * day);
    assert.ok((await letters(client)).some(({ text }) => /₹ 588\.82 will be charged on/.test(text)));

    await goTo(end + 1000);
    await comeBack(client, page);
    await until(async () => (await rows(client)).length === 2);
    const [renewal] = await rows(client);
    assert.equal(renewal.status, 'captured');
    assert.equal(renewal.total_amount_paise, 58_882);
    assert.match(renewal.invoice_number, /^SSR\//);
    const { modules } = (await client.get('/api/auth/me/')).json;
    const estimate = modules.find(({ code }) => code === 'estimate');
    assert.ok(estimate.allowed && Date.parse(estimate.expires_at) > end + 27 * day, JSON.stringify(estimate));

    await page.goto(`${site}/subscriptions/`);
    await press(page, 'Turn auto-renew off');
    await page.getByText('Auto-renew is off.').waitFor();
    await look(page);
    await runJobs();
    const next = Date.parse(estimate.expires_at);
    await goTo(next + day);
    await comeBack(client, page);
    assert.equal((await rows(client)).length, 2);
    await page.context().close();
  });
}

check('a charge that the bank refuses is told, and paying by hand ends auto-renew', async () => {
  const client = await subscriber();
  const page = await pageOf(client, 'phone');
  await turnOn(page);
  const { subscriptions } = await ledger();
  const mine = subscriptions.find(({ status }) => status === 'authenticated');
  await goTo(Date.parse(client.expires) - 3_600_000);
  await simulator('/_sim/charge', { subscription_id: mine.id, outcome: 'failure' });
  await comeBack(client, page);
  await until(async () => (await letters(client)).some(({ subject }) => /could not be renewed/.test(subject)));
  await page.goto(`${site}/subscriptions/`);
  await look(page);
  await page.getByRole('link', { name: 'See what to do' }).first().click();
  await page.getByRole('heading', { name: 'The renewal could not be charged' }).waitFor();
  await look(page);
  await page.getByRole('link', { name: 'Pay by hand' }).click();
  await page.getByRole('button', { name: /Continue to pay/ }).click();
  await page.waitForURL(/\/subscriptions\/payments\//);
  await page.getByRole('button', { name: /^Pay ₹/ }).click();
  await page.frameLocator('iframe').getByRole('button', { name: 'Success', exact: true }).click();
  await page.getByRole('heading', { name: 'Payment received' }).waitFor();
  await page.goto(`${site}/subscriptions/`);
  assert.match(await page.locator('main').innerText(), /Off, because you paid by hand/);
  await look(page);
  await until(async () => (await ledger()).subscriptions.find(({ id }) => id === mine.id).status === 'cancelled');
  await page.context().close();
});

check('whoever closes the window or whose bank says no has authorised nothing', async () => {
  const client = await subscriber();
  const page = await pageOf(client, 'desk');
  await page.goto(`${site}/subscriptions/`);
  await press(page, 'Turn auto-renew on');
  for (const [button, leadsTo] of [['Close', /\/mandates\/[^/]+\/\?closed=1$/], ['Failure', /\/mandates\/[^/]+\/$/]]) {
    await page.getByRole('button', { name: 'Authorise auto-renew' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: button, exact: true }).click();
    await page.waitForURL(leadsTo);
    await page.getByRole('button', { name: 'Authorise auto-renew', disabled: false }).waitFor();
    if (button === 'Close') await page.getByText('Nothing was authorised.').waitFor();
    await look(page);
  }
  await page.goto(`${site}/subscriptions/`);
  assert.match(await page.locator('main').innerText(), /Not authorised yet: nothing is charged/);
  await look(page);
  await page.context().close();
});

await runAll('renewing', { afterAll: () => browser.close() });
