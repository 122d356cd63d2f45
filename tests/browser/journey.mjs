// A stranger's first minutes, at a desk and on a phone.
import assert from 'node:assert/strict';
import { check, runAll } from './check.mjs';
import { assertAccessible, launch, open, sizes } from './browser.mjs';
import { Client, newestCode, site } from './http.mjs';
import { askForCode } from './people.mjs';

const browser = await launch();

const look = async (page) => {
  page.assertClean();
  await assertAccessible(page);
};

for (const size of Object.keys(sizes)) {
  check(`the public pages are accessible, quiet and load nothing from elsewhere (${size})`, async () => {
    const page = await open(browser, size);
    for (const path of ['/', '/pricing/', '/terms/', '/privacy/', '/status', '/accounts/login/', '/_dev/', '/_dev/outbox/']) {
      const answer = await page.goto(site + path);
      assert.equal(answer.status(), 200, path);
      await look(page);
    }
    await page.context().close();
  });

  check(`a code opens the dashboard, and signing out closes it (${size})`, async () => {
    const page = await open(browser, size);
    await askForCode(page, 'ravi@example.test', '/dashboard/');
    await look(page);
    await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode('ravi@example.test'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/dashboard\//);
    assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^Good (morning|afternoon|evening), Ravi$/);
    assert.equal(await page.getByRole('link', { name: /^Open / }).count(), 4);
    await look(page);
    await page.goto(`${site}/accounts/sessions/`);
    await look(page);
    await page.context().close();
  });

  check(`somebody with nothing is told why a module is closed (${size})`, async () => {
    const page = await open(browser, size);
    await askForCode(page, 'sita@example.test', '/modules/estimate/');
    await page.locator('input[autocomplete="one-time-code"]').fill(await newestCode('sita@example.test'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/modules\/estimate\//);
    assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Estimate is closed/);
    await look(page);
    await page.context().close();
  });
}

check('a program signs in, is told what it may open, and signs out', async () => {
  const ravi = new Client();
  const { user } = await ravi.signIn('+91 90000 00010');
  assert.equal(user.email, 'ravi@example.test');
  const me = (await ravi.get('/api/auth/me/')).json;
  assert.deepEqual(me.modules.map(({ code, allowed, reason }) => [code, allowed, reason]),
    ['estimate', 'workslip', 'bill', 'self_formatted'].map((code) => [code, true, 'subscribed']));
  const [{ status, invoice_number: invoice }, ...others] = (await ravi.get('/payments/')).json;
  assert.equal(status, 'captured');
  assert.ok(invoice && others.length === 0, 'all four were paid for at once');
  assert.equal((await ravi.postJson('/api/auth/logout/', {})).status, 204);
  assert.equal((await ravi.get('/api/auth/me/')).status, 401);
});

check('a wrong code lets nobody in', async () => {
  const stranger = new Client();
  const { json } = await stranger.postJson('/api/auth/request-otp/', { identifier: 'sita@example.test' });
  const right = await newestCode('sita@example.test');
  const wrong = right === '000000' ? '000001' : '000000';
  const answer = await stranger.postJson('/api/auth/verify-otp/', { challenge_id: json.challenge_id, otp: wrong });
  assert.equal(answer.status, 401);
  assert.equal(answer.json.code, 'wrong_otp');
  assert.equal((await stranger.get('/api/auth/me/')).status, 401);
});

check('the clock of all handlers moves at once, and a code dies with it', async () => {
  const sita = new Client();
  const { json } = await sita.postJson('/api/auth/request-otp/', { identifier: 'sita@example.test' });
  const otp = await newestCode('sita@example.test');
  await new Client().postJson('/_dev/clock', { advance_seconds: 600 });
  const answer = await sita.postJson('/api/auth/verify-otp/', { challenge_id: json.challenge_id, otp });
  await new Client().postJson('/_dev/clock', { reset: true });
  assert.equal(answer.status, 401);
  assert.equal(answer.json.code, 'expired_otp');
});

check('jobs run when they are told to, and every message ends as kept', async () => {
  assert.equal((await new Client().postJson('/_dev/jobs/run', {})).status, 200);
});

await runAll('browser journey', { afterAll: () => browser.close() });
