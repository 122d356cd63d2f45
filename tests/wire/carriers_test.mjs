// The worker with SSR_ENV=production: what it must be told, and a code's whole way to a mailbox and to a phone.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { check, runAll } from '../browser/check.mjs';
import { Client } from '../browser/http.mjs';
import { instance, place, root } from './wire.mjs';

const slots = readdirSync(path.join(instance, 'slots/worker')).filter((name) => /^\d$/.test(name));
const binary = path.join(instance, 'slots/worker/1/bin/handler');
const told = execFileSync(path.join(root, 'infra/bin/ssr'), ['env', 'worker'], { encoding: 'utf8' });
const own = Object.fromEntries(told.trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const { SSR_CLOCK_FILE: _, ...settings } = { ...own, SSR_ENV: 'production', RAZORPAY_API_URL: 'https://api.razorpay.com', PATH: process.env.PATH };

function started(env) {
  const child = spawn(binary, [], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  child.said = '';
  child.stderr.on('data', (chunk) => { child.said += chunk; });
  child.ended = new Promise((done) => { child.on('close', done); });
  return child;
}

check('the worker names every carrier\'s setting that is missing, and ends with 78', async () => {
  const child = started({ SSR_ENV: 'production', PATH: process.env.PATH });
  assert.equal(await child.ended, 78);
  for (const name of ['DATABASE_URL', 'SSR_SECRET_KEY', 'SSR_PUBLIC_URL', 'SMTP_URL', 'MSG91_AUTH_KEY', 'MSG91_TEMPLATE_ID']) {
    assert.match(child.said, new RegExp(`^configuration: ${name} is missing$`, 'm'));
  }
  const clear = started({ ...settings, SMTP_URL: 'smtp://u:p@mail.test', MSG91_API_URL: 'http://carrier.test', MSG91_AUTH_KEY: 'k', MSG91_TEMPLATE_ID: 't' });
  assert.equal(await clear.ended, 78);
  assert.match(clear.said, /MSG91_API_URL must begin with https/);
});

check('a code goes to a mailbox over TLS and to a phone by the carrier, once, and signs its owner in', async () => {
  const mails = spawn('node', [path.join(root, 'tests/support/smtp_server.mjs'), '{}'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: mails.stdout })[Symbol.asyncIterator]();
  // A worker that ends takes the mail with it: then there is nothing to wait for.
  let gone;
  const next = async () => JSON.parse((await Promise.race([lines.next(), gone].filter(Boolean))).value);
  const { port, authorities } = await next();
  const texts = [];
  let heard;
  const carrier = http.createServer((request, answer) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; }).on('end', () => {
      texts.push({ path: request.url, key: request.headers.authkey, ...JSON.parse(body) });
      answer.end('{"type":"success"}');
      heard?.();
    });
  });
  await new Promise((done) => { carrier.listen(0, '127.0.0.1', done); });
  for (const slot of slots) place('stop', 'worker', slot);
  const worker = started({ ...settings, SMTP_URL: `smtp://office:pass%3Aword%401@localhost:${port}`, SSR_MAIL_FROM: 'office@example.test', SSR_MAIL_AUTHORITIES: authorities,
    MSG91_API_URL: `http://127.0.0.1:${carrier.address().port}`, MSG91_AUTH_KEY: 'the-key', MSG91_TEMPLATE_ID: 'the-template' });
  gone = worker.ended.then((code) => { throw new Error(`the worker ended with ${code}: ${worker.said}`); });
  gone.catch(() => {});
  try {
    const person = new Client();
    const email = `post${Date.now()}@example.test`;
    const asked = await person.postJson('/api/auth/request-otp/', { identifier: email });
    assert.equal(asked.status, 200, asked.text);
    assert.deepEqual(await next(), { login: 'office', secure: true });
    const { to, secure, mail } = await next();
    assert.deepEqual([to, secure], [[email], true]);
    const otp = /^Subject: (\d{6}) is your sign-in code\r$/m.exec(mail)[1];
    assert.equal((await person.postJson('/api/auth/verify-otp/', { challenge_id: asked.json.challenge_id, otp })).status, 200);

    const caller = new Client();
    const phone = `97${String(Date.now()).slice(-8)}`;
    const text = new Promise((done) => { heard = done; });
    const called = await caller.postJson('/api/auth/request-otp/', { identifier: phone });
    assert.equal(called.status, 200, called.text);
    await Promise.race([text, gone]);
    assert.equal(texts.length, 1);
    const [{ key, template_id, recipients: [recipient] }] = texts;
    assert.deepEqual([key, template_id, recipient.mobiles, recipient.purpose, recipient.life], ['the-key', 'the-template', `91${phone}`, 'sign-in code', '5 minutes']);
    assert.equal((await caller.postJson('/api/auth/verify-otp/', { challenge_id: called.json.challenge_id, otp: recipient.otp })).status, 200);
    assert.ok(!worker.said.includes(otp) && !worker.said.includes(phone) && !worker.said.includes(email), 'the log knows neither code nor person');
  } finally {
    worker.kill();
    assert.equal(await worker.ended, 0, worker.said);
    for (const slot of slots) place('start', 'worker', slot);
    mails.stdin.end();
    carrier.close();
  }
});

await runAll('wire carriers');
