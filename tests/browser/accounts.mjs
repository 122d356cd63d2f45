// A person's own pages: profile, contacts, devices, notifications; the authenticator of staff; a form that outlives its
// session.
import assert from 'node:assert/strict';
import { check, runAll } from './check.mjs';
import { launch, open, sizes } from './browser.mjs';
import { Client, moveClock, newestCode, site } from './http.mjs';
import { look, name, phone, register, signIn } from './people.mjs';

const browser = await launch();
for (const size of Object.keys(sizes)) {
  check(`a person keeps his own details, contacts and choices (${size})`, async () => {
    const page = await open(browser, size);
    const email = await register(page);
    await page.goto(`${site}/profile/`);
    await look(page);
    await page.getByLabel('GSTIN').fill('19AAACI1681G1DV');
    await page.getByLabel('Address').fill('12-3, Main Road\nWarangal');
    await page.getByRole('button', { name: 'Save details' }).click();
    await page.waitForURL(/saved=1/);
    await page.getByText('Number of a tax deductor (TDS)').waitFor();
    await look(page);

    page.expectedStatus = /422/;
    await page.getByLabel('GSTIN').fill('19AAACI1681G1DX');
    await page.getByRole('button', { name: 'Save details' }).click();
    await page.getByRole('alert').first().waitFor();
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.getByLabel('Address').inputValue(), '12-3, Main Road\nWarangal');
    await look(page);

    await page.getByRole('link', { name: 'Add Mobile number' }).click();
    await look(page);
    const number = phone();
    await page.getByLabel('New mobile number').fill(number);
    await moveClock({ advance_seconds: 61 });  // a contact gets one code a minute
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByText(email).waitFor();
    await look(page);
    await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode(email));
    await page.keyboard.press('Enter');
    await page.getByText(number.slice(3, 8)).first().waitFor();
    await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode(number));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/profile\/\?saved=1/);
    await page.getByRole('link', { name: 'Change Mobile number' }).waitFor();

    await page.goto(`${site}/settings/notifications/`);
    await look(page);
    await page.getByLabel('News by e-mail').uncheck();
    await page.getByRole('button', { name: 'Save choices' }).click();
    await page.waitForURL(/saved=1/);
    assert.equal(await page.getByLabel('News by e-mail').isChecked(), false);
    assert.equal(await page.getByLabel('Renewals by e-mail').isChecked(), true);
    await page.goto(`${site}/accounts/sessions/`);
    await look(page);
    await page.context().close();
  });
}

check('a form that outlives its session stays on its page: sign in in another tab, come back, send it', async () => {
  const page = await open(browser, 'desk');
  const email = await register(page);
  await page.goto(`${site}/profile/`);
  await page.getByLabel('Address').fill('typed before the end');
  const other = await page.context().newPage();
  await page.context().clearCookies({ name: '__Host-sid' });
  await page.clock.install();
  await page.clock.fastForward('11:00');
  page.expectedStatus = /401|403/;
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.getByRole('dialog', { name: 'You are signed out' }).waitFor();
  await moveClock({ advance_seconds: 61 });
  await signIn(other, email);
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('You are signed in again.').waitFor();
  assert.equal(await page.getByLabel('Address').inputValue(), 'typed before the end');
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.waitForURL(/saved=1/);
  assert.equal(await page.getByLabel('Address').inputValue(), 'typed before the end');
  await page.context().close();
});

check('without script the form comes back after the sign-in, and only its sender sends it', async () => {
  const page = await open(browser, 'desk', { javaScriptEnabled: false });
  const email = await register(page);
  await moveClock({ advance_seconds: 5 * 3600 });  // an hour of which no other suite has used up the codes
  await page.goto(`${site}/profile/`);
  await page.getByLabel('Address').fill('typed before the end');
  const session = (await page.context().cookies()).find((cookie) => cookie.name === '__Host-sid');
  const client = new Client();
  client.cookies.set('__Host-sid', session.value);
  client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
  assert.equal((await client.postJson('/api/auth/logout/', {})).status, 204);
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.waitForURL(/accounts\/login/);
  await page.getByLabel(/mobile|e-mail/i).first().fill(email);
  await page.getByRole('button', { name: /code/i }).first().click();
  await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode(email));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/profile\//);
  await page.getByText('Your form is as you left it.').waitFor();
  assert.equal(await page.getByLabel('Address').inputValue(), 'typed before the end');
  await page.getByRole('button', { name: 'Save details' }).click();
  await page.waitForURL(/saved=1/);
  await page.context().close();
});

await runAll('accounts', { afterAll: async () => { await moveClock({ reset: true }); await browser.close(); } });
