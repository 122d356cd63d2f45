// What staff do about coupons and people's access, and what the people see of it at their next click.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { check, runAll } from './check.mjs';
import { launch, open, sizes } from './browser.mjs';
import { Client, moveClock, site } from './http.mjs';
import { look, register } from './people.mjs';

const browser = await launch();

const heading = (page) => page.getByRole('heading', { level: 1 }).innerText();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/// The administrator of the demonstration, confirmed just now. Each code of the authenticator counts once.
async function staffPage(size) {
  const client = new Client();
  await moveClock({ advance_seconds: 60 });
  await client.signIn('admin@example.test');
  await client.confirm();
  const page = await open(browser, size);
  await page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: site })));
  return page;
}

/// Gives the code that the authenticator shows by the clock of the instance.
async function confirm(page) {
  await page.waitForURL(/verify-totp/);
  const { json } = await new Client().get('/_dev/clock');
  const totp = execFileSync('oathtool', ['--totp', '-b', '-N', json.now, 'JBSWY3DPEHPK3PXP'], { encoding: 'utf8' }).trim();
  await page.locator('input[autocomplete="one-time-code"]').fill(totp);
  await page.keyboard.press('Enter');
}

/// Somebody new in a browser of his own; returns the page and his e-mail.
async function newcomer(called) {
  const page = await open(browser, 'phone');
  const email = await register(page, called);
  return { page, email };
}

async function personPage(staff, email) {
  await staff.goto(`${site}/admin-panel/users/`);
  await staff.getByLabel('Mobile number, e-mail').fill(email.toUpperCase());
  await press(staff, 'Show');
  await staff.locator('td.t-lead a').click();
  await staff.getByRole('heading', { name: 'Modules now' }).waitFor();
}

for (const size of Object.keys(sizes)) {
  check(`staff make a coupon after a fresh code, and a customer pays less with it (${size})`, async () => {
    const code = `DESK${randomBytes(4).toString('hex').toUpperCase()}`;
    const staff = await staffPage(size);
    await staff.goto(`${site}/admin-panel/coupons/`);
    await look(staff);
    await staff.getByRole('link', { name: 'New coupon' }).click();
    await look(staff);
    staff.expectedStatus = /422/;
    await press(staff, 'Make coupon');
    await staff.getByText('There is a problem').waitFor();
    await look(staff);

    await staff.getByLabel('Code').fill(code.toLowerCase());
    await staff.getByLabel('Per cent off').fill('10');
    await staff.getByLabel('Orders of one person').fill('1');
    await staff.getByLabel('Estimate', { exact: true }).check();
    await moveClock({ advance_seconds: 360 });
    await press(staff, 'Make coupon');
    await confirm(staff);
    await staff.getByText('Your form is as you left it.').waitFor();
    assert.equal(await staff.getByLabel('Code').inputValue(), code.toLowerCase());
    assert.equal(await staff.getByLabel('Estimate', { exact: true }).isChecked(), true);
    await press(staff, 'Make coupon');
    await staff.getByText('The coupon is made.').waitFor();
    assert.equal(await heading(staff), `Coupon ${code}`);
    await look(staff);

    const { page } = await newcomer('Sita Devi');
    await page.goto(`${site}/subscriptions/checkout/?module=estimate&duration_months=3`);
    await page.getByLabel('Coupon').fill(code);
    await press(page, 'Apply');
    await page.getByText('10 % off').waitFor();
    await page.getByRole('button', { name: /Continue to pay/ }).click();
    await page.waitForURL(/\/subscriptions\/payments\//);

    await staff.reload();
    await staff.getByRole('link', { name: 'Sita Devi' }).waitFor();
    await staff.getByText('Holds it, not paid').waitFor();
    await look(staff);
    await press(staff, `Withdraw ${code}`);
    await staff.getByText('The coupon is withdrawn.').waitFor();
    page.expectedStatus = /422/;
    await page.goto(`${site}/subscriptions/checkout/?module=estimate&duration_months=1`);
    await page.getByLabel('Coupon').fill(code);
    await press(page, 'Apply');
    await page.getByText('There is no coupon of that code.', { exact: true }).last().waitFor();
    await page.context().close();
    await staff.context().close();
  });

  check(`what staff open by hand opens at once, and closes on the next click after its end (${size})`, async () => {
    const { page, email } = await newcomer('Lakshmi Devi');
    await page.goto(`${site}/estimate/`);
    assert.match(await heading(page), /Estimate is closed/);

    const staff = await staffPage(size);
    await personPage(staff, email);
    assert.equal(await heading(staff), 'Lakshmi Devi');
    await look(staff);
    staff.expectedStatus = /422/;
    await press(staff, 'Close module');
    await staff.getByText('There is a problem').waitFor();
    await staff.getByRole('link', { name: 'Choose a module.' }).click();
    assert.equal(await staff.evaluate(() => document.activeElement.closest('form').action.endsWith('/revoke-access/')), true);
    await look(staff);
    const form = staff.locator('form[action$="/grant-access/"]');
    await form.getByLabel('Module').selectOption('estimate');
    await form.getByLabel('Last day').fill('31-12-2090');
    await form.getByLabel('Reason').fill('A demonstration for the division');
    await press(staff, 'Open module');
    await staff.getByText('The module is open. The person is told.').waitFor();
    await staff.getByText('Opened by hand; no subscription is asked for.').waitFor();
    await look(staff);

    await page.goto(`${site}/estimate/`);
    assert.doesNotMatch(await heading(page), /closed/);
    const { json: told } = await new Client().get(`/_dev/outbox.json?to=${encodeURIComponent(email)}`);
    assert.match(told[0].text, /Our office opened Estimate for you on .* till 31-12-2090/);
    assert.doesNotMatch(told[0].text, /demonstration/);

    await staff.getByRole('link', { name: 'End' }).click();
    assert.match(await heading(staff), /End the access to Estimate/);
    await look(staff);
    await press(staff, 'End the access');
    await staff.getByText('It is ended. The person is told.').waitFor();
    await look(staff);
    await page.goto(`${site}/estimate/`);
    assert.match(await heading(page), /Estimate is closed/);
    await page.context().close();
    await staff.context().close();
  });
}

check('staff pause a trial, the person sees why it is closed, and it goes on', async () => {
  const { page, email } = await newcomer('Ravinder Rao');
  await page.getByRole('button', { name: 'Start 7-day trial' }).first().click();
  await page.getByText(/Trial begun/).waitFor();
  const staff = await staffPage('desk');
  await staff.goto(`${site}/admin-panel/subscriptions/?state=trial`);
  await look(staff);
  await staff.goto(`${site}/admin-panel/subscriptions/?q=${encodeURIComponent(email)}`);
  await staff.locator('td.t-lead a').click();
  await look(staff);
  await staff.getByLabel('Reason').fill('Asked by telephone');
  await press(staff, 'Pause Estimate');
  await staff.getByText('The subscription is paused. The person is told.').waitFor();
  await look(staff);
  await page.goto(`${site}/estimate/`);
  assert.match(await heading(page), /Estimate is closed/);
  await staff.getByLabel('Reason').fill('Settled');
  await press(staff, 'Let Estimate go on');
  await staff.getByText('The subscription goes on. The person is told.').waitFor();
  await page.goto(`${site}/estimate/`);
  assert.doesNotMatch(await heading(page), /closed/);
  page.assertClean();
  await page.context().close();
  await staff.context().close();
});

await runAll('access', { afterAll: () => browser.close() });
