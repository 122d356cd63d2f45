// Someone who wants in, or wants others out: codes, sessions and the door under attack, from a thousand addresses. What
// was planted on the way stands in no log, in no process list and on no error page.
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { check, runAll } from '../browser/check.mjs';
import { moveClock } from '../browser/http.mjs';
import { httpsPort, instance } from './wire.mjs';

const logFiles = () => readdirSync(path.join(instance, 'log'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => path.join(entry.path, entry.name));
const written = new Map(logFiles().map((file) => [file, statSync(file).size]));  // before anything was planted

const secrets = new Set();  // all that may stand nowhere
const plant = (text) => { secrets.add(text); return text; };
const digits = (count) => String(randomInt(10 ** count)).padStart(count, '0');
const newPhone = () => plant(`+91${randomInt(6, 10)}${digits(9)}`);
const newEmail = () => plant(`canary-${randomBytes(6).toString('hex')}@example.test`);
const address = () => `127.${randomInt(1, 200)}.${randomInt(255)}.${randomInt(1, 255)}`;
const unusedNetwork = () => `127.${randomInt(200, 255)}.${randomInt(255)}`;  // none of those

/// A browser at an address of its own; its connections stay open between requests.
class Browser {
  constructor(from = address()) {
    this.from = from;
    this.cookies = new Map();
    this.agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, localAddress: from });
  }

  send(method, target, { body, headers = {} } = {}) {
    const all = { host: `localhost:${httpsPort}`, accept: 'application/json', ...headers };
    if (this.cookies.size) all.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const sent = https.request({ method, host: '127.0.0.1', port: httpsPort, path: target, headers: all, agent: this.agent }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
            if (value) this.cookies.set(name, plant(value));
            else this.cookies.delete(name);
          }
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode, headers: answer.headers, text, json: /json/.test(answer.headers['content-type'] ?? '') ? JSON.parse(text) : null });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  post(target, value) {
    return this.send('POST', target, { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  }

  ask(identifier) { return this.post('/api/auth/request-otp/', { identifier }); }
  guess(challenge, otp) { return this.post('/api/auth/verify-otp/', { challenge_id: challenge, otp }); }
  async me() { return (await this.send('GET', '/api/auth/me/')).status; }

  /// All the way in; returns the answer of the last step.
  async signIn(identifier) {
    const asked = await this.ask(identifier);
    assert.equal(asked.status, 200, asked.text);
    return this.guess(asked.json.challenge_id, await codeOf(identifier));
  }
  close() { this.agent.destroy(); }
}

const outside = new Browser('127.0.0.1');
async function codeOf(identifier) {
  const { json } = await outside.send('GET', `/_dev/outbox.json?to=${encodeURIComponent(identifier)}`);
  return plant(json.find(({ otp }) => otp).otp);
}
const notThe = (code) => (code === '000000' ? '000001' : '000000');
const tally = (answers) => answers.reduce((counts, { status, json }) => {
  const word = json?.code ?? String(status);
  return { ...counts, [word]: (counts[word] ?? 0) + 1 };
}, {});
async function inBatches(count, size, run) {
  const answers = [];
  for (let at = 0; at < count; at += size) {
    answers.push(...await Promise.all(Array.from({ length: Math.min(size, count - at) }, (_, i) => run(at + i))));
  }
  return answers;
}

check('a thousand identifiers, some of them ours, are answered alike', async () => {
  const known = [newPhone(), newEmail()];
  for (const identifier of known) {
    const owner = new Browser();
    assert.equal((await owner.signIn(identifier)).status, 200);
    owner.close();
  }
  await moveClock({ advance_seconds: 61 });
  const answers = await inBatches(1000, 50, async (i) => {
    const browser = new Browser();
    const answer = await browser.ask(known[i] ?? (i % 2 ? newPhone() : newEmail()));
    browser.close();
    return answer;
  });
  const shapeOf = ({ status, json, headers }) => JSON.stringify([status, Object.keys(json), json.expires_in - json.resend_in, json.expires_in > 290,
    json.masked_to.replace(/\d/g, '0').replace(/^[a-z]/, 'x'), Object.keys(headers).sort(), headers['content-length']]);
  const shapes = new Set(answers.map(shapeOf));
  assert.equal(shapes.size, 2, `by number and by address: ${[...shapes].join('\n')}`);
  assert.deepEqual(tally(answers), { 200: 1000 });
});

check('of a hundred guesses at once five are judged, and then the right code is refused as well', async () => {
  const browser = new Browser();
  const phone = newPhone();
  const { json } = await browser.ask(phone);
  const right = await codeOf(phone);
  const counts = tally(await inBatches(100, 100, () => browser.guess(json.challenge_id, notThe(right))));
  assert.equal(counts.wrong_otp, 4, 'the fifth locks');
  assert.equal(counts.locked, 96);
  const late = await browser.guess(json.challenge_id, right);
  assert.equal(late.status, 429);
  assert.equal(late.json.code, 'locked');
  assert.ok(late.json.retry_after > 1700 && late.json.retry_after <= 1800);
  assert.equal(late.headers['retry-after'], String(late.json.retry_after));
  assert.equal((await browser.ask(phone)).json.code, 'locked', 'no new code either');
  assert.equal(await browser.me(), 401);
});

check('of fifty right answers at once one opens a session', async () => {
  const browser = new Browser();
  const phone = newPhone();
  const { json } = await browser.ask(phone);
  const right = await codeOf(phone);
  const counts = tally(await inBatches(50, 50, () => browser.guess(json.challenge_id, right)));
  assert.deepEqual(counts, { 200: 1, expired_otp: 49 });
  assert.equal((await browser.guess(json.challenge_id, right)).json.code, 'expired_otp', 'nor later');
});

check('a code is good in its own browser, for its own identifier and purpose alone', async () => {
  const [own, thief] = [new Browser(), new Browser()];
  const [phone, other] = [newPhone(), newPhone()];
  const mine = (await own.ask(phone)).json.challenge_id;
  const right = await codeOf(phone);
  const theirs = (await thief.ask(other)).json.challenge_id;
  assert.equal((await thief.guess(mine, right)).json.code, 'expired_otp', 'the challenge in another browser');
  assert.notEqual((await thief.guess(theirs, right)).status, 200, 'the code on another challenge');
  assert.equal((await new Browser().guess(mine, right)).json.code, 'expired_otp', 'in a browser without its cookie');
  assert.equal((await own.guess(mine, right)).status, 200, 'and it still works where it belongs');

  const token = plant((await own.send('GET', '/api/auth/me/')).json.csrf_token);
  const change = (fields) => own.send('POST', '/profile/change-phone/', { body: new URLSearchParams({ csrf_token: token, ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  await own.send('POST', '/accounts/register/', { body: new URLSearchParams({ csrf_token: token, name: 'Canary', state_code: '36' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  await moveClock({ advance_seconds: 61 });
  const step = await change({ phone: newPhone() });
  assert.equal(step.status, 200, step.text);
  assert.equal(step.json.step, 'old_contact');
  const forChange = await codeOf(phone);
  assert.equal((await new Browser().guess(step.json.challenge.challenge_id, forChange)).json.code, 'expired_otp', 'to sign in with');
});

check('a new code does not give back the guesses of the last one', async () => {
  const browser = new Browser();
  const phone = newPhone();
  let { json } = await browser.ask(phone);
  for (let i = 0; i < 3; i += 1) await browser.guess(json.challenge_id, notThe(await codeOf(phone)));
  await moveClock({ advance_seconds: 61 });
  ({ json } = await browser.ask(phone));
  const wrong = notThe(await codeOf(phone));
  assert.equal((await browser.guess(json.challenge_id, wrong)).json.code, 'wrong_otp');
  assert.equal((await browser.guess(json.challenge_id, wrong)).json.code, 'locked');
});

check('whoever knows a number cannot lock its owner out', async () => {
  const owner = new Browser();
  const phone = newPhone();
  assert.equal((await owner.signIn(phone)).status, 200);
  for (let i = 0; i < 3; i += 1) {
    await moveClock({ advance_seconds: 61 });
    const attacker = new Browser();
    const { json } = await attacker.ask(phone);
    await inBatches(10, 10, async () => attacker.guess(json.challenge_id, notThe(await codeOf(phone))));
    attacker.close();
  }
  await moveClock({ advance_seconds: 61 });
  const stranger = await new Browser().ask(phone);
  assert.equal(stranger.status, 429, 'strangers are slowed for the day');
  assert.equal((await owner.signIn(phone)).status, 200, 'the owner signs in where he did before');
});

check('one address asks for thirty codes an hour, and its network for two hundred', async () => {
  const one = address();
  const fromOne = await inBatches(31, 31, () => new Browser(one).ask(newEmail()));
  assert.deepEqual(tally(fromOne), { 200: 30, too_many_from_here: 1 });
  const network = unusedNetwork();
  const fromMany = await inBatches(210, 42, (i) => new Browser(`${network}.${1 + i}`).ask(newEmail()));
  assert.deepEqual(tally(fromMany), { 200: 200, too_many_from_here: 10 });
  assert.ok(Number(fromMany.find(({ status }) => status === 429).headers['retry-after']) > 3000);
});

check('a session that its owner ended opens nothing, with any handler', async () => {
  const browser = new Browser();
  assert.equal((await browser.signIn(newPhone())).status, 200);
  const cookies = new Map(browser.cookies);
  const token = plant((await browser.send('GET', '/api/auth/me/')).json.csrf_token);
  assert.equal((await browser.send('POST', '/api/auth/logout/', { headers: { 'x-csrf-token': token } })).status, 204);
  browser.cookies = cookies;
  for (const page of ['/api/auth/me/', '/dashboard/', '/profile/', '/accounts/sessions/']) {
    assert.equal((await browser.send('GET', page)).status, 401, page);
  }
});

check('what people typed and were given stands in no log, no process list and on no error page', async () => {
  const [phone, email, token] = [newPhone(), newEmail(), plant(randomBytes(32).toString('hex'))];
  const browser = new Browser();
  const pages = [];
  for (const target of [`/accounts/login/?next=/${encodeURIComponent(email)}`, `/nothing-here/?phone=${encodeURIComponent(phone)}&otp=123456`]) {
    pages.push(await browser.send('GET', target, { headers: { accept: 'text/html', cookie: `__Host-sid=${token}`, authorization: `Bearer ${token}` } }));
  }
  pages.push(await browser.send('POST', '/accounts/verify-otp/', { body: `otp=${phone}&csrf_token=${token}`,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' } }));
  for (const page of pages.filter(({ status }) => status >= 400)) {
    for (const secret of [phone, email, token]) assert.ok(!page.text.includes(secret), `${page.status} shows ${secret.slice(0, 6)}…`);
  }
  const logs = logFiles().map((file) => [path.basename(file), readFileSync(file).subarray(written.get(file) ?? 0).toString('latin1')]);
  assert.ok(logs.some(([, text]) => text.includes('otp.guess_was_wrong')), 'the logs are those of this run');
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try { return readFileSync(`/proc/${pid}/cmdline`, 'latin1'); } catch { return ''; }
  }).join('\n');
  for (const secret of secrets) {
    const forms = [secret, encodeURIComponent(secret), secret.replace(/^\+91/, '')];
    // Six digits alone stand in many numbers of a log; a code is looked for as a word of its own.
    const isCode = /^\d{6}$/.test(secret);
    const stands = (text) => (isCode ? new RegExp(`[:"= ]${secret}["}, ]`).test(text) : forms.some((form) => text.includes(form)));
    for (const [name, text] of logs) assert.ok(!stands(text), `${name} has ${secret.slice(0, 6)}…`);
    if (!isCode) assert.ok(!stands(processes), `a process is called with ${secret.slice(0, 6)}…`);
  }
});

await runAll('attack', { afterAll: () => moveClock({ reset: true }) });
