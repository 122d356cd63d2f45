// The till: how fast does the word of the gateway come in, how many payments become access a second, and how many invoices
// are drawn?
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { runJobs, simulator, site } from '../browser/http.mjs';
import { crowd, sql } from '../wire/crowd.mjs';
import { insertsPerSecond } from './floors.mjs';
import { asFastAsItGoes, atRate, p99 } from './pace.mjs';

const kRate = 500;  // a second, as goals say
const kEvents = 2000;
const kConnections = 16;
const kBuyers = 100;

/// Posts events of a kind that is kept and led nowhere; each is signed and has an id of its own.
function gateway(variables) {
  const secret = readFileSync(join(variables, 'secrets/razorpay_webhook_secret'), 'utf8').trim();
  const url = new URL('/webhooks/razorpay/', site);
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 4 * kConnections });
  const tell = (id) => new Promise((resolve, reject) => {
    const body = JSON.stringify({ entity: 'event', event: 'bench.nothing', payload: { note: { entity: { id } } } });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-razorpay-event-id': id,
      'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex') };
    const began = performance.now();
    const sent = https.request(url, { method: 'POST', headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`webhook: ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  return { tell, end: () => agent.destroy() };
}

async function measureWebhooks(report, variables) {
  const { tell, end } = gateway(variables);
  const ids = () => Array.from({ length: kEvents }, () => `evt_${randomBytes(8).toString('hex')}`);
  await asFastAsItGoes(kConnections, ids().slice(0, 200), tell);  // connections are open, statements prepared
  report(`webhooks, ${kRate} a second: p99`, 'ms', p99(await atRate(kRate, ids(), tell)), 200);
  const known = ids();
  // An event is a row of its own and a job.
  const bare = insertsPerSecond(variables, kConnections, 1, 2);
  report(`webhooks, ${kConnections} connections: against two bare inserts`, 'events/s', await asFastAsItGoes(kConnections, known, tell), bare);
  report(`webhooks that come again, ${kConnections} connections`, 'events/s', await asFastAsItGoes(kConnections, known, tell));
  end();
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

export async function measureTill(report, variables) {
  await measureWebhooks(report, variables);
  await measureCaptures(report, variables);
}
