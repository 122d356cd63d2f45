// The till: how fast does the word of the gateway come in, how many payments become access a second, and how many invoices
// are drawn?
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runJobs, simulator, site } from '../browser/http.mjs';
import { crowd, sql } from '../wire/crowd.mjs';
import { countOf, insertsPerSecond } from './floors.mjs';
import { asFastAsItGoes, atRate, p99 } from './pace.mjs';
import { load, median } from './wrk.mjs';

const kScript = fileURLToPath(new URL('events.lua', import.meta.url));
const kRate = 500;  // a second, as goals say
const kEvents = 2000;
const kMost = 10000;  // events a second that are made ready: no round may run out of them
const kConnections = 16;
const kBuyers = 100;

/// The gateway: signs events of a kind that is kept and led nowhere, each with an id of its own, and tells one of them.
function gateway(variables) {
  const secret = readFileSync(join(variables, 'secrets/razorpay_webhook_secret'), 'utf8').trim();
  const url = new URL('/webhooks/razorpay/', site);
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 4 * kConnections });
  const events = (howMany) => Array.from({ length: howMany }, () => {
    const id = `evt_${randomBytes(8).toString('hex')}`;
    const body = JSON.stringify({ entity: 'event', event: 'bench.nothing', payload: { note: { entity: { id, text: 'x'.repeat(300) } } } });
    return { id, body, signature: createHmac('sha256', secret).update(body).digest('hex') };
  });
  const tell = ({ id, body, signature }) => new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-razorpay-event-id': id, 'x-razorpay-signature': signature };
    const began = performance.now();
    const sent = https.request(url, { method: 'POST', headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`webhook: ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  return { url, events, tell, end: () => agent.destroy() };
}

/// As many of the file's events as go in; what they left in the inbox must be as many as were answered, or nothing.
function pour(variables, url, file, seconds, areNew) {
  const before = countOf(variables, 'webhook_events');
  const run = load(url, { connections: kConnections, seconds, script: kScript, words: [file] });
  const kept = countOf(variables, 'webhook_events') - before;
  // At most one a connection was on its way when wrk went.
  if (areNew ? kept < run.requests || kept > run.requests + kConnections : kept) throw new Error(`${run.requests} webhooks left ${kept} events`);
  return run;
}

async function measureWebhooks(report, variables, { seconds, rounds }) {
  const { url, events, tell, end } = gateway(variables);
  await asFastAsItGoes(kConnections, events(200), tell);  // connections are open, statements prepared
  report(`webhooks, ${kRate} a second: p99`, 'ms', p99(await atRate(kRate, events(kEvents), tell)), 200);
  end();
  const folder = mkdtempSync(join(tmpdir(), 'ssr-bench-'));
  const runs = { bare: [], fresh: [], again: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const file = join(folder, 'events');
      const lines = events(kMost * seconds).map(({ id, signature, body }) => `${id}\t${signature}\t${body}\n`);
      writeFileSync(file, lines.join(''));
      // An event is a row of its own and a job.
      runs.bare.push(insertsPerSecond(variables, kConnections, seconds, 2));
      // The workers do those jobs meanwhile, on the same two cores, as they do in life; what they left is done before events
      // come again: those leave no work.
      runs.fresh.push(pour(variables, url, file, seconds, true));
      await runJobs();
      // The earlier half has arrived for sure, but for the first, which wrk only looks at.
      writeFileSync(file, lines.slice(1, runs.fresh.at(-1).requests / 2).join(''));
      runs.again.push(pour(variables, url, file, seconds, false));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const of = (who, figure) => median(runs[who].map((run) => run[figure]));
  const label = `${kConnections} connections`;
  report(`webhooks, ${label}: against two bare inserts`, 'events/s', of('fresh', 'perSecond'), median(runs.bare));
  report(`webhooks, ${label}: p99 against its own p50`, 'ms', of('fresh', 'p99'), of('fresh', 'p50'));
  report(`webhooks that come again, ${label}`, 'events/s', of('again', 'perSecond'));
}

async function ordered(client, at) {
  client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
  const { json, status, text } = await client.postForm('/subscriptions/checkout/', { module: 'estimate', duration_months: '1',
    billing_name: `Bencher ${at}`, state_code: '36', gstin: '', coupon: '', idempotency_key: `bench-${at}` });
  if (status !== 200) throw new Error(`checkout: ${status} ${text}`);
  return simulator('/_sim/pay', { order_id: json.gateway_order_id, method: 'upi', outcome: 'success', webhooks: 'none' });
}

async function measureCaptures(report, variables) {
  const clients = await crowd(kBuyers, `Bencher${randomBytes(3).toString('hex')}`);
  const paid = [];
  await asFastAsItGoes(4, [...clients.keys()], async (at) => { paid.push([clients[at], await ordered(clients[at], at)]); });
  const drawn = () => Number(sql('SELECT count(*) FROM invoices WHERE pdf_sha256 IS NOT NULL'));
  const [before, began] = [drawn(), performance.now()];
  const captured = await asFastAsItGoes(kConnections, paid, async ([client, word]) => {
    const { status, text } = await client.postForm('/subscriptions/verify-payment/', word);
    if (status !== 200) throw new Error(`verify-payment: ${status} ${text}`);
  });
  // The workers draw meanwhile; what they left is done now.
  while (drawn() - before < kBuyers) await runJobs();
  const seconds = (performance.now() - began) / 1000;
  // A capture changes or adds a row of payments, subscriptions, periods, invoices, the audit log, jobs and messages.
  report('payments captured from the callback to access: against seven bare inserts', 'captures/s', captured, insertsPerSecond(variables, kConnections, 1, 7));
  report('invoices drawn, while payments are captured and mails go out', 'invoices/s', kBuyers / seconds, 100);
}

export async function measureTill(report, variables, pace) {
  await measureWebhooks(report, variables, pace);
  await measureCaptures(report, variables);
}
