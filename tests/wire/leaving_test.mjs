// Whoever has left stays away: after the deletion, and after an older backup was restored and the deletions done again, a
// search of a full dump finds his words on the papers that the law keeps, and nowhere else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { check, runAll } from '../browser/check.mjs';
import { Client, moveClock, newestCode, runJobs, simulator } from '../browser/http.mjs';
import { instance, root } from './wire.mjs';

const owner = `host=${instance}/run/postgres user=postgres passfile=${instance}/secrets/pgpass`;
const dump = (...options) => execFileSync('pg_dump', [...options, `${owner} dbname=ssr`], { encoding: 'utf8', maxBuffer: 1 << 30 });
// The schema gateway plays the outside world, which keeps books of its own.
const here = '--exclude-schema=gateway';
const but = [here, '--exclude-table-data=invoices'];
const sql = (text) => execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', `${owner} dbname=postgres`],
  { input: text, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['pipe', 'ignore', 'pipe'] });

const mark = `canary${Math.random().toString(36).slice(2, 12)}`;
const email = `${mark}@example.test`, phone = `+919${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
const words = { name: `Name ${mark}`, company: `Firm ${mark}`, address: `Street ${mark}`, buyer: `Buyer ${mark}`, work: `Work ${mark}`, agent: `Agent/${mark}` };
const found = (text) => [...Object.values(words), email, phone].filter((word) => text.includes(word));
const paper = (text) => new RegExp(`^.*Buyer ${mark}.*$`, 'm').exec(text)?.[0];

const person = new Client();
const later = () => moveClock({ advance_seconds: 61 });  // another code may be asked for
const post = async (target, fields, status = 200) => {
  const answer = await person.postForm(target, fields, { headers: { 'user-agent': words.agent } });
  assert.equal(answer.status, status, `${target}: ${answer.status} ${answer.text}`);
  return answer.json;
};
async function live() {
  await person.request('POST', '/api/auth/request-otp/', { body: JSON.stringify({ identifier: email }), headers: { 'content-type': 'application/json' } })
    .then(async ({ json }) => person.request('POST', '/api/auth/verify-otp/', {
      body: JSON.stringify({ challenge_id: json.challenge_id, otp: await newestCode(email) }),
      headers: { 'content-type': 'application/json', 'user-agent': words.agent } }));
  person.csrf = (await person.get('/api/auth/me/')).json.csrf_token;
  await post('/accounts/register/', { name: words.name, state_code: '36', company_name: words.company });
  await post('/profile/', { name: words.name, state_code: '36', company_name: words.company, address: words.address });
  await later();
  await post('/profile/change-phone/', { phone });
  for (const contact of [email, phone]) await post('/profile/change-phone/', { otp: await newestCode(contact) });
  const order = await post('/subscriptions/checkout/', { module: 'estimate', duration_months: '12', billing_name: words.buyer, state_code: '36' });
  await post('/subscriptions/verify-payment/', await simulator('/_sim/pay', { order_id: order.gateway_order_id, method: 'upi', outcome: 'success' }));
  const book = /name="book"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="book"/.exec((await person.get('/estimate/', { headers: { accept: 'text/html' } })).text);
  await post('/estimate/', { work_name: words.work, work_type: 'repair', area: 'municipal', book: book[1] ?? book[2] }, 201);
  await post('/settings/export-data/', {}, 202);
  await runJobs();
}
async function leave() {
  await later();
  await post('/settings/delete-account/', {});
  await post('/settings/delete-account/', { otp: await newestCode(phone) });
  await moveClock({ advance_seconds: 7 * 86_400 });
  await runJobs();
  // The last mail is delivered by whichever worker took it, and its address goes at one of the looks after that.
  for (let looks = 0; looks < 20 && dump('--data-only', '-t', 'outbox_messages*').includes(email); looks += 1) {
    await moveClock({ advance_seconds: 3600 });
    await runJobs();
  }
}

let backup;

check('a search of the whole database finds somebody who is here all over', async () => {
  await live();
  backup = dump('--create');
  assert.equal(found(dump(here)).length, Object.values(words).length + 2);
  assert.equal(found(dump(...but)).length, Object.values(words).length + 2, 'he stands on the invoice alone');
});

check('once he has left it finds him on the papers that the law keeps, and nowhere else', async () => {
  await leave();
  assert.deepEqual(found(dump(...but)), []);
  assert.ok(paper(dump(here)), 'the invoice lost its buyer');
});

check('a restore of the older dump brings him back, until the deletions are done again', async () => {
  sql(`DROP DATABASE ssr WITH (FORCE);\n${backup}`);
  assert.ok(found(dump(...but)).length > 0, 'the restore was no restore');
  const again = () => execFileSync(path.join(root, 'infra/bin/ssr'), ['reapply-deletions'], { encoding: 'utf8' });
  assert.match(again(), /^deletions: 1 done again$/m);
  assert.deepEqual(found(dump(...but)), []);
  assert.ok(paper(dump(here)), 'the invoice lost its buyer');
  assert.match(again(), /^deletions: 0 done again$/m);
});

check('the list of those who left names nobody, and their number is free', async () => {
  assert.deepEqual(found(readFileSync(path.join(instance, 'tombstones.jsonl'), 'utf8')), []);
  const { is_new_user: isNew } = await new Client().signIn(phone);
  assert.equal(isNew, true);
});

await runAll('leaving', { afterAll: () => moveClock({ reset: true }) });
