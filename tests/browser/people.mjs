// People at a browser: they come in by a code of the outbox, and every page of theirs is looked at.
import { assertAccessible } from './browser.mjs';
import { moveClock, newestCode, site } from './http.mjs';

export const name = () => Math.random().toString(36).slice(2, 10);
export const phone = () => `+919${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;

export async function look(page) {
  page.assertClean();
  await assertAccessible(page);
}

/// From an address that needs somebody, to the page that takes his code. One network address asks for thirty codes an
/// hour, and all suites come from one: where they are used up, an hour goes by.
export async function askForCode(page, identifier, address = '/accounts/login/') {
  const expected = page.expectedStatus;
  page.expectedStatus = new RegExp(`429${expected ? `|${expected.source}` : ''}`);
  const field = page.locator('input[autocomplete="one-time-code"]');
  for (;;) {
    await page.goto(site + address);
    await page.getByLabel(/mobile|e-mail/i).first().fill(identifier);
    await page.getByRole('button', { name: /code/i }).first().click();
    await field.or(page.getByText('Too many codes were asked for from your network')).first().waitFor();
    if (await field.isVisible()) break;
    await moveClock({ advance_seconds: 3600 });
  }
  page.expectedStatus = expected;
}

export async function signIn(page, identifier) {
  await askForCode(page, identifier);
  await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode(identifier));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !/verify-otp/.test(url.pathname));
}

/// Somebody new, with a complete profile; returns his e-mail.
export async function register(page, called = 'Kiran Kumar') {
  const identifier = `${name()}@example.test`;
  await signIn(page, identifier);
  await page.getByLabel('Name', { exact: true }).fill(called);
  await page.getByLabel('State').selectOption('36');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/dashboard/);
  return identifier;
}
