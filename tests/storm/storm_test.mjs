// Two hundred people buy at once while handlers are killed, Postgres falls over, and the gateway's word comes twice, in the
// wrong order or never. Nothing is lost, doubled or given away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from '../browser/check.mjs';
import { ledger, moveClock, runJobs, simulator } from '../browser/http.mjs';
import { crowd, sql } from '../wire/crowd.mjs';
import { instance, place, root } from '../wire/wire.mjs';

const people = 200;
const modules = ['estimate', 'workslip', 'bill', 'self_formatted'];
const webhooks = ['normal', 'duplicate', 'reversed', 'none'];

/// What any client does: an answer that says "later", or none, is asked for again.
async function insisting(ask) {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await ask().catch(() => null);
    if (answer && ![429, 502, 503, 504].includes(answer.status)) return answer;
    await wait(100 + 20 * tries);
  }
  throw new Error('no answer in sixty tries');
}

async function buy(client, at) {
  const me = await insisting(() => client.get('/api/auth/me/'));
  assert.equal(me.status, 200, me.text);
  client.csrf = me.json.csrf_token;
  const order = await insisting(() => client.postForm('/subscriptions/checkout/', { module: modules[at % 4], duration_months: '3',
    billing_name: `Buyer ${at}`, state_code: '36', gstin: '', coupon: '', idempotency_key: `storm-${at}` }));
  assert.equal(order.status, 200, order.text);
  const { gateway_order_id: orderId } = order.json;
  let word, why = '';
  for (let tries = 0; !word; tries += 1) {
    word = await simulator('/_sim/pay', { order_id: orderId, method: 'upi', outcome: 'success', webhooks: webhooks[(at >> 2) % 4] })
      .catch((error) => { why = error.message; return null; });
    if (/already done/.test(why)) return;  // the gateway's answer was lost, not the payment
    if (!word) {
      assert.ok(tries < 40, why);
      await wait(150);
    }
  }
  if (at % 3 === 0) return;  // closed the page before the shop heard of it
  const verified = await insisting(() => client.postForm('/subscriptions/verify-payment/', word));
  assert.equal(verified.status, 200, verified.text);
}

const victims = ['subscriptions', 'webhooks', 'auth'];
async function killEverySecond(isOver) {
  for (let kills = 0; !isOver(); kills += 1) {
    for (const slot of ['1', '2']) {
      const pid = Number(place('pid', victims[kills % 3], slot));
      try { if (pid) process.kill(pid, 'SIGKILL'); } catch { /* it was just being replaced */ }
    }
    await wait(1000);
  }
}

/// Immediate mode: no checkpoint, every transaction that was open is gone.
function fell() {
  process.kill(Number(readFileSync(path.join(instance, 'run/postgres.pid'), 'utf8')), 'SIGQUIT');
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      execFileSync(path.join(root, 'infra/local/postgres'), ['start'], { stdio: 'ignore' });
      return;
    } catch { /* the old one is still going */ }
  }
  throw new Error('Postgres did not come back');
}

const paidAtGateway = async () => new Set((await ledger()).payments.filter(({ status }) => status === 'captured')
  .map(({ order_id: order }) => order));

check('two hundred purchases in a storm leave nothing lost, doubled or given away', async () => {
  const strangers = await paidAtGateway();  // orders that others made there, past the shop
  const clients = crowd(people, 'Buyer');
  let over = false;
  const killing = killEverySecond(() => over);
  let done = 0;
  const buying = Promise.all(clients.map((client, at) => buy(client, at).then(() => { done += 1; })));
  const falling = (async () => {
    while (done < people / 4 && !over) await wait(20);
    fell();
  })();
  try { await buying; } finally { over = true; await Promise.all([killing, falling]); }

  const seconds = 20 * 60;
  await moveClock({ advance_seconds: seconds });  // the reconciler's first look at an order is after 15 minutes
  await runJobs();
  const paid = await paidAtGateway();
  const ours = new Set(sql("SELECT gateway_order_id FROM payments WHERE status IN ('captured', 'partially_refunded', 'refunded')").split('\n'));
  assert.deepEqual([...paid].filter((order) => !strangers.has(order) && !ours.has(order)), [], 'paid there, unknown here');
  assert.equal(sql("SELECT count(*) FROM payments p JOIN users u ON u.id = p.user_id WHERE u.name LIKE 'Buyer %' AND p.status = 'captured'"), String(people));
  assert.equal(sql("SELECT count(*) FROM subscriptions s JOIN users u ON u.id = s.user_id WHERE u.name LIKE 'Buyer %' AND s.status = 'active'"), String(people));
  const told = execFileSync('make', ['-s', 'check-data'], { cwd: root, encoding: 'utf8' });
  assert.ok(told.split('\n').filter(Boolean).every((line) => line.endsWith('\t0')), told);
  await moveClock({ reset: true });
});

await runAll('storm');
