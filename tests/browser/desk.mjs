// The staff's pages about money: a customer pays, staff find it, give back a part, and see the papers.
import assert from 'node:assert/strict';
import { check, runAll } from './check.mjs';
import { launch, open } from './browser.mjs';
import { Client, moveClock, runJobs, simulator, site, staffCode } from './http.mjs';
import { look, name, signIn } from './people.mjs';

const browser = await launch();

/// Somebody new who bought a month of Estimate.
async function customer() {
  const client = new Client();
  await client.signIn(`buyer-${name()}@example.test`);
  await client.postForm('/accounts/register/', { name: `Kiran ${name()}`, state_code: '36' });
  client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
  const { json: placed } = await client.postForm('/subscriptions/checkout/', {
    module: 'estimate', duration_months: '1', billing_name: 'Kiran Kumar', state_code: '36' });
  const word = await simulator('/_sim/pay', { order_id: placed.gateway_order_id, method: 'upi', outcome: 'success', webhooks: 'none' });
  await client.postForm('/subscriptions/verify-payment/', word);
  await runJobs();
  return { client, placed, word };
}

async function confirm(page) {
  await page.waitForURL(/verify-totp/);
  await page.locator('input[autocomplete="one-time-code"]').fill(await staffCode());
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !/verify-totp/.test(url.pathname));
}

async function atTheDesk(size, options) {
  const page = await open(browser, size, options);
  await signIn(page, 'superadmin@example.test');
  await page.goto(`${site}/admin-panel/payments/`);
  await confirm(page);
  return page;
}

check('a payment is found, a part of it is given back after a fresh code, and its credit note is a file', async () => {
  const { client, placed, word } = await customer();
  const page = await atTheDesk('desk');
  await look(page);
  await page.getByRole('searchbox').fill(word.razorpay_payment_id);
  await page.keyboard.press('Enter');
  await page.getByText('1 to 1 of 1').waitFor();
  await page.getByRole('link', { name: /^ORD-/ }).click();
  await page.getByRole('heading', { level: 1, name: /^ORD-/ }).waitFor();
  await look(page);

  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await look(page);
  const [number] = /SCN\/\S+/.exec(await page.locator('main').innerText());
  await page.getByRole('radio', { name: /^A part/ }).check();
  await page.getByLabel('Amount of a part').fill('118');
  await page.getByLabel('Reason').selectOption('Asked within 7 days');
  await page.getByLabel('More about it').fill('she called');
  await page.getByLabel('Close what it bought').uncheck();
  await moveClock({ advance_seconds: 400 });
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await confirm(page);
  await page.getByText('Your form is as you left it.').waitFor();
  assert.equal(await page.getByRole('radio', { name: /^A part/ }).isChecked(), true);
  assert.equal(await page.getByLabel('More about it').inputValue(), 'she called');
  assert.equal(await page.getByLabel('Close what it bought').isChecked(), false);
  await look(page);
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await page.getByText('The refund is on its way to Razorpay.').waitFor();
  await look(page);

  await runJobs();
  await page.reload();
  await page.getByText('Asked within 7 days: she called').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `Credit note ${number}` }).click()]);
  assert.equal(file.suggestedFilename(), `${number.replaceAll('/', '-')}.pdf`);
  const { json: list } = await client.get('/payments/');
  assert.equal(list[0].id, placed.payment_id);
  assert.match(list[0].status, /^(captured|partially_refunded)$/);
  page.assertClean();
  await page.context().close();
});

check('every place of money is looked at on a phone', async () => {
  const { placed } = await customer();
  await moveClock({ advance_seconds: 60 });
  const page = await atTheDesk('phone');
  for (const path of ['payments/', `payments/${placed.payment_id}/`, `payments/${placed.payment_id}/refund/`, 'review/', 'events/',
    'comparisons/', 'gstr-1/']) {
    const answer = await page.goto(`${site}/admin-panel/${path}`);
    assert.equal(answer.status(), 200, path);
    await look(page);
  }
  await page.context().close();
});

check('a return of a month is downloaded after a fresh code', async () => {
  await customer();
  await moveClock({ advance_seconds: 60 });
  const page = await atTheDesk('desk');
  await moveClock({ advance_seconds: 400 });
  const { json } = await new Client().get('/_dev/clock');
  const month = new Date(Date.parse(json.now) + 19_800_000).toISOString().slice(0, 7);
  await page.goto(`${site}/admin-panel/gstr-1/?month=${month}`);
  await page.getByText('The tables add up.').waitFor();
  await look(page);
  await page.getByRole('link', { name: 'Confirm to download' }).click();
  await confirm(page);
  for (const [link, ending] of [['Workbook', 'xlsx'], ['JSON', 'json']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()]);
    assert.equal(file.suggestedFilename(), `GSTR1-${month}.${ending}`);
  }
  page.assertClean();
  await page.context().close();
});

await runAll('desk', { afterAll: async () => { await browser.close(); await moveClock({ reset: true }); } });
