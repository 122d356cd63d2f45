// Every route of the access matrix, asked through the front door by everybody: a visitor, somebody without a
// subscription, somebody with all modules, and staff before and after their authenticator. The guard's answer must be
// the matrix's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { check, runAll } from '../browser/check.mjs';
import { Client, moveClock } from '../browser/http.mjs';
import { root } from './wire.mjs';

const kNobody = '01900000-0000-7000-8000-00000000dead';  // fits every id in an address, and is nobody's
const kModules = ['estimate', 'workslip', 'bill', 'self_formatted'];
const kLevels = ['user', 'support', 'admin', 'superadmin'];

const routes = readFileSync(path.join(root, 'tests/handlers/access_matrix.golden'), 'utf8').trim().split('\n')
  .map((line) => line.split('\t')).filter(([handler]) => handler !== 'dev')
  .map(([, method, address, access]) => ({ method, address: address.replaceAll('{}', kNobody), access }));

/// What the guard says to them, "" where it lets them in.
function wanted(access, { level, modules = [], confirmed }) {
  if (access === 'public' || access === 'gateway') return '';
  if (!level) return 'not_signed_in';
  const [kind, what] = access.split(':');
  if (kind === 'entitled' || kind === 'finishing') return modules.includes(what) ? '' : 'no_subscription';
  if (kind === 'staff_arrived') return level === 'user' ? 'not_staff' : '';
  if (kind !== 'staff') return '';
  if (kLevels.indexOf(level) < kLevels.indexOf(what)) return 'not_staff';
  return confirmed ? '' : 'totp_required';
}
const kGuards = new Set(['not_signed_in', 'no_subscription', 'not_staff', 'totp_required', 'profile_incomplete']);

async function signIn({ identifier, confirmed }) {
  const client = new Client();
  if (!identifier) return client;
  await client.signIn(identifier());
  if (confirmed) await client.confirm();
  return client;
}

async function ask(client, { method, address }) {
  const { status, json } = method === 'GET' ? await client.get(address) : await client.postForm(address, {});
  assert.ok(status < 500, `${method} ${address}: ${status}`);
  return json && kGuards.has(json.code) ? json.code : '';
}

const isStillIn = async (client) => (await client.get('/api/auth/me/')).status === 200;

const newcomer = async () => {
  const email = `crawl-${Math.random().toString(36).slice(2)}@example.test`;
  const client = new Client();
  await client.signIn(email);
  await client.postForm('/accounts/register/', { name: 'Crawl', state_code: '36' });
  await moveClock({ advance_seconds: 61 });
  return email;
};

const people = {
  'a visitor': {},
  'somebody without a subscription': { level: 'user', newcomer: true },
  'somebody with all modules': { level: 'user', modules: kModules, identifier: () => 'ravi@example.test' },
  'support before the authenticator': { level: 'support', modules: kModules, identifier: () => 'support@example.test' },
  'support': { level: 'support', modules: kModules, identifier: () => 'support@example.test', confirmed: true },
  'an administrator': { level: 'admin', modules: kModules, identifier: () => 'admin@example.test', confirmed: true },
};

for (const [name, person] of Object.entries(people)) {
  check(`every route answers ${name} as the access matrix says`, async () => {
    if (person.newcomer) { const email = await newcomer(); person.identifier = () => email; }
    let client = await signIn(person);
    const wrong = [];
    for (const route of routes) {
      const said = await ask(client, route);
      const should = wanted(route.access, person);
      if (said !== should) wrong.push(`${route.method} ${route.address}: ${said || 'let in'} instead of ${should || 'let in'}`);
      if (route.method === 'POST' && person.level && !(await isStillIn(client))) {
        await moveClock({ advance_seconds: 3600 });  // new windows for codes, a new step of the authenticator
        client = await signIn(person);
      }
    }
    await moveClock({ advance_seconds: 3600 });
    assert.deepEqual(wrong, []);
  });
}

check('no address outside the matrix is answered', async () => {
  const client = await signIn({ identifier: () => 'superadmin@example.test', confirmed: true });
  for (const address of ['/admin-panel/nothing/', '/profile/nothing/', '/settings/nothing/', '/subscriptions/nothing/', '/payments/nothing/x/']) {
    assert.equal((await client.get(address)).status, 404, address);
  }
});

await runAll('crawl', { afterAll: () => moveClock({ reset: true }) });
