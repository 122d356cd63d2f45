// One's settings: a copy of one's data, leaving and staying after all, and colleagues who work on the same papers.
import assert from 'node:assert/strict';
import { check, runAll } from './check.mjs';
import { launch, open, sizes } from './browser.mjs';
import { Client, moveClock, newestCode, site } from './http.mjs';
import { look, register, signIn } from './people.mjs';

const browser = await launch();
const press = (page, button) => page.getByRole('button', { name: button, exact: true }).click();
const linkIn = async (to, kind) => {
  const { json } = await new Client().get(`/_dev/outbox.json?to=${encodeURIComponent(to)}`);
  return json.map(({ text }) => new RegExp(`${site}(/settings/${kind}/\\S+)`).exec(text)?.[1]).find(Boolean);
};

for (const size of Object.keys(sizes)) {
  check(`a person finds all that is his to set in one place (${size})`, async () => {
    const page = await open(browser, size);
    await register(page);
    await page.goto(`${site}/settings/`);
    await look(page);
    for (const place of ['Profile', 'Signed-in devices', 'Notifications', 'Organisation']) {
      await page.locator('main').getByRole('link', { name: place, exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
      await page.waitForURL(`${site}/settings/`);
    }
    assert.equal(await page.getByRole('link', { name: 'Authenticator', exact: true }).count(), 0);
    await page.context().close();
  });

  check(`a person fetches a copy of his data (${size})`, async () => {
    const page = await open(browser, size);
    await register(page);
    await page.goto(`${site}/settings/`);
    await press(page, 'Make a copy');
    await page.waitForURL(/settings\/export\//);
    await page.getByRole('link', { name: 'Fetch the file' }).waitFor();
    await look(page);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Fetch the file' }).click()]);
    assert.match(file.suggestedFilename(), /^ssr-estimation-data-.*\.zip$/);
    await page.goto(`${site}/settings/`);
    await page.getByRole('link', { name: /^Fetch the copy of/ }).waitFor();
    await look(page);
    await page.context().close();
  });

  check(`whoever leaves confirms with a code, and may change his mind by the link of the mail (${size})`, async () => {
    const page = await open(browser, size);
    const email = await register(page);
    await page.goto(`${site}/settings/`);
    await page.getByRole('link', { name: 'Delete my account' }).click();
    await look(page);
    await moveClock({ advance_seconds: 61 });  // a contact gets one code a minute
    await press(page, 'Send the code');
    await look(page);
    page.expectedStatus = /422/;
    const code = await newestCode(email);
    await page.locator('input[autocomplete="one-time-code"]').fill(code === '000000' ? '000001' : '000000');
    await press(page, 'Delete my account');
    await page.getByRole('alert').first().waitFor();
    await look(page);
    await page.locator('input[autocomplete="one-time-code"]').fill(code);
    await press(page, 'Delete my account');
    await page.waitForURL(/asked/);
    await look(page);
    await page.goto(`${site}/settings/`);
    await page.waitForURL(/accounts\/login/);
    await moveClock({ advance_seconds: 61 });
    await signIn(page, email);
    await page.getByText('Your account will be deleted on').waitFor();
    await look(page);
    await page.goto(`${site}${await linkIn(email, 'keep-account')}`);
    await look(page);
    await press(page, 'Keep my account');
    await page.getByText('Your account stays').waitFor();
    await look(page);
    await page.goto(`${site}/settings/`);
    await page.getByRole('link', { name: 'Delete my account' }).waitFor();
    await page.context().close();
  });

  check(`a colleague comes in by invitation, is made a viewer, and finds the works to look at (${size})`, async () => {
    const owner = await open(browser, size), colleague = await open(browser, size);
    await register(owner, 'Lakshmi Narayana');
    const email = await register(colleague, 'Mohammed Abdul Rahman');
    await owner.goto(`${site}/settings/organisation/`);
    await look(owner);
    owner.expectedStatus = /422/;
    await owner.getByLabel('Mobile number or e-mail').fill('nobody');
    await press(owner, 'Send invitation');
    await owner.getByRole('alert').first().waitFor();
    assert.equal(await owner.getByLabel('Mobile number or e-mail').inputValue(), 'nobody');
    await look(owner);
    await owner.getByLabel('Mobile number or e-mail').fill(email);
    await press(owner, 'Send invitation');
    await owner.getByText('Invitations under way').first().waitFor();
    await look(owner);

    await colleague.goto(`${site}${await linkIn(email, 'invitations')}`);
    await look(colleague);
    await press(colleague, 'Join');
    await colleague.getByRole('heading', { name: 'Lakshmi Narayana' }).waitFor();
    await look(colleague);

    await owner.goto(`${site}/settings/organisation/`);
    await owner.getByRole('link', { name: 'Change' }).click();
    await look(owner);
    await owner.getByText('Viewer', { exact: true }).click();
    await press(owner, 'Save role');
    await owner.waitForURL(`${site}/settings/organisation/`);

    await colleague.goto(`${site}/works/`);
    await colleague.getByText('You look at these works.').waitFor();
    await look(colleague);
    await colleague.goto(`${site}/settings/organisation/`);
    await press(colleague, 'Leave this organisation');
    await colleague.getByRole('heading', { name: 'Mohammed Abdul Rahman' }).waitFor();
    await owner.context().close();
    await colleague.context().close();
  });
}

check('staff find their authenticator among the settings', async () => {
  const page = await open(browser, 'desk');
  await signIn(page, 'support@example.test');
  await page.goto(`${site}/settings/`);
  await page.locator('main').getByRole('link', { name: 'Authenticator', exact: true }).waitFor();
  await look(page);
  await page.context().close();
});

check('the key of an authenticator can be read whole on a phone', async () => {
  const admin = new Client();
  await admin.signIn('admin@example.test');
  await admin.confirm();
  const page = await open(browser, 'phone');
  await page.context().addCookies([...admin.cookies].map(([called, value]) => ({ name: called, value, url: site, secure: true })));
  await page.goto(`${site}/accounts/authenticator/?replace=1`);
  const key = page.locator('.qr-and-key strong');
  assert.match((await key.innerText()).replace(/\s/g, ''), /^[A-Z2-7]{32}$/);
  const { x, width } = await key.boundingBox();
  assert.ok(x + width <= sizes.phone.width - 16, `it ends at ${x + width}`);
  await look(page);
  await page.context().close();
});

await runAll('settings', { afterAll: async () => { await browser.close(); await moveClock({ reset: true }); } });
