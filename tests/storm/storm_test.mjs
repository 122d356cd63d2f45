// Two hundred people buy at once, and go on with what they bought: they use up a coupon, renew, cancel, and have money back,
// while handlers and workers are killed, Postgres falls over, the financial year ends, and the gateway's word comes twice, in
// the wrong order or never. Nothing is lost, doubled or given away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from '../browser/check.mjs';
import { ledger, moveClock, runJobs, simulator } from '../browser/http.mjs';
import { crowd, officer, sql } from '../wire/crowd.mjs';
import { instance, place, root } from '../wire/wire.mjs';
import { checkData, endLeases, giveBack, insisting, until, workersOf } from './weather.mjs';

const people = 200;
const couponsGiven = 25;  // to forty who ask
const modules = ['estimate', 'workslip', 'bill', 'self_formatted'];
const webhooks = ['normal', 'duplicate', 'reversed', 'none'];

/// An order, and the customer's payment of it; gives our payment's id and what Checkout hands to the page, nothing where
/// that was lost.
async function pay(client, fields, told) {
  const order = await insisting(() => client.postForm('/subscriptions/checkout/', fields));
  if (order.status === 422 && fields.coupon) return pay(client, { ...fields, coupon: '' }, told);  // others were quicker
  assert.equal(order.status, 200, order.text);
  const { gateway_order_id: orderId } = order.json;
  let why = '';
  for (let tries = 0; ; tries += 1) {
    const word = await simulator('/_sim/pay', { order_id: orderId, method: 'upi', outcome: 'success', webhooks: told })
      .catch((error) => { why = error.message; return null; });
    if (word) return { id: order.json.payment_id, word };
    if (/already done/.test(why)) return null;  // the gateway's answer was lost, not the payment
    assert.ok(tries < 40, why);
    await wait(150);
  }
}
async function verify(client, word) {
  const verified = await insisting(() => client.postForm('/subscriptions/verify-payment/', word));
  assert.equal(verified.status, 200, verified.text);
  return verified.json;
}

/// From the staff's page: all of it, or so much.
async function refundByStaff(staff, id, paise) {
  const total = paise ?? Number(sql(`SELECT total_amount_paise FROM payments WHERE public_id = '${id}'`));
  const refund = await insisting(() => staff.postForm(`/admin-panel/payments/${id}/refund/`, { amount_paise: total, reason: 'storm',
    idempotency_key: `refund-${id}` }));
  assert.equal(refund.status, 200, refund.text);
  return { total };
}

const afterwards = {
  async renews(client, fields, { at }) {
    const again = await pay(client, { ...fields, idempotency_key: `again-${at}` }, webhooks[at % 4]);
    if (again && at % 2) await verify(client, again.word);
  },
  async cancels(client, fields, { at, word, count }) {
    const { subscription_id: id } = await verify(client, word);
    const answer = await insisting(() => client.postForm(`/subscriptions/${id}/cancel/`, { at_period_end: at % 20 < 10 ? '1' : '0' }));
    assert.equal(answer.status, 200, answer.text);
    if (at % 20 >= 10) count.closed += 1;
  },
  async hasAllBack(client, fields, { word, count }) {
    await giveBack(word.razorpay_payment_id);
    count.closed += 1;  // what was paid for goes with the money
  },
  async hasPartsBack(client, fields, { word }) {
    for (const paise of [10_050, 4_999]) await giveBack(word.razorpay_payment_id, paise);
  },
  async staffGiveAllBack(client, fields, { id, word, count, staff }) {
    await verify(client, word);
    const { total } = await refundByStaff(staff, id);
    assert.ok(total > 0);
    count.closed += 1;
  },
  async gatewayRefusesTheRefund(client, fields, { id, word, staff }) {
    await verify(client, word);
    await refundByStaff(staff, id, 24_68);  // the amount that Razorpay lets fail
  },
};
const story = [null, 'renews', 'cancels', null, 'hasAllBack', 'hasPartsBack', 'staffGiveAllBack', 'renews', 'gatewayRefusesTheRefund', 'hasPartsBack'];

async function live(client, at, { count, staff }) {
  const me = await insisting(() => client.get('/api/auth/me/'));
  assert.equal(me.status, 200, me.text);
  client.csrf = me.json.csrf_token;
  const fields = { module: modules[at % 4], duration_months: '3', billing_name: `Buyer ${at}`, state_code: ['36', '37'][at % 2], gstin: '',
    coupon: at % 5 === 0 ? 'STORM' : '', idempotency_key: `storm-${at}` };
  const paid = await pay(client, fields, webhooks[(at >> 2) % 4]);
  const next = afterwards[story[at % 10]];
  if (paid && next) await next(client, fields, { at, ...paid, count, staff });
  else if (paid && at % 3) await verify(client, paid.word);  // the others closed the page before the shop heard of it
}

const victims = ['subscriptions', 'webhooks', 'worker', 'auth', 'admin'];
async function killEverySecond(isOver) {
  for (let kills = 0; !isOver(); kills += 1) {
    for (const slot of ['1', '2']) {
      const pid = Number(place('pid', victims[kills % victims.length], slot));
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

/// What the gateway has of those orders, in paise: taken, and given back or on its way.
async function atGateway(isOurs) {
  const { payments, refunds } = await ledger();
  const taken = payments.filter(({ status, order_id: order }) => ['captured', 'refunded'].includes(status) && isOurs(order));
  const ids = new Set(taken.map(({ id }) => id));
  const sum = (all) => all.reduce((total, { amount }) => total + amount, 0);
  return { orders: new Set(taken.map(({ order_id: order }) => order)), taken: sum(taken),
    returned: sum(refunds.filter(({ payment_id: id, status }) => ids.has(id) && status !== 'failed')) };
}

check('two hundred lives in a storm leave nothing lost, doubled or given away', async () => {
  const strangers = (await atGateway(() => true)).orders;  // orders that others made there, past the shop
  const isOurs = (order) => !strangers.has(order);
  await moveClock({ now: '2027-03-31T18:27:00Z' });  // three minutes before the financial year ends in India
  sql(`INSERT INTO coupons (public_id, code, discount_type, discount_value, usage_limit, created_at)
       VALUES (uuid_v7(), 'STORM', 'percent', 10, ${couponsGiven}, now())`);
  const clients = await crowd(people, 'Buyer');
  const staff = await officer('Officer of the storm');
  const count = { closed: 0, lived: 0 };
  let over = false;
  const killing = killEverySecond(() => over);
  const living = Promise.all(clients.map((client, at) => live(client, at, { count, staff }).then(() => { count.lived += 1; })));
  const falling = (async () => {
    while (count.lived < people / 4 && !over) await wait(20);
    fell();
    while (count.lived < people / 2 && !over) await wait(20);
    await insisting(() => moveClock({ now: '2027-03-31T18:30:00Z' }));
  })();
  try { await living; } finally { over = true; await Promise.all([killing, falling]); }

  await moveClock({ advance_seconds: 20 * 60 });  // the reconciler's first look at an order is after 15 minutes
  endLeases();
  await runJobs();
  await moveClock({ now: '2027-04-02T00:00:00Z' });  // the second night's comparison has the books of the first day
  await runJobs();

  const there = await atGateway(isOurs);
  const ours = new Set(sql("SELECT gateway_order_id FROM payments WHERE status IN ('captured', 'partially_refunded', 'refunded')").split('\n'));
  assert.deepEqual([...there.orders].filter((order) => !ours.has(order)), [], 'paid there, unknown here');
  const ofBuyers = "JOIN users u ON u.id = p.user_id WHERE u.name LIKE 'Buyer %'";
  const [orders, invoices, notes, years, uses] = sql(`SELECT
      (SELECT count(*) FROM payments p ${ofBuyers} AND p.status IN ('captured', 'partially_refunded', 'refunded')),
      (SELECT sum(i.total_amount_paise) FROM invoices i JOIN payments p ON p.id = i.payment_id ${ofBuyers}),
      (SELECT coalesce(sum(n.total_amount_paise), 0) FROM credit_notes n JOIN refunds r ON r.id = n.refund_id JOIN payments p ON p.id = r.payment_id
         ${ofBuyers} AND n.cancelled_at IS NULL),
      (SELECT count(DISTINCT i.financial_year) FROM invoices i JOIN payments p ON p.id = i.payment_id ${ofBuyers}),
      (SELECT times_used FROM coupons WHERE code = 'STORM')`).split('|').map(Number);
  assert.equal(orders, there.orders.size, 'paid here, unknown there');
  assert.ok(orders >= people, `${orders} orders`);
  assert.ok(there.returned > 0);
  assert.equal(invoices - notes, there.taken - there.returned, 'invoices less credit notes');
  assert.equal(years, 2, 'no invoice of one of the years');
  assert.equal(uses, couponsGiven);
  assert.equal(Number(sql("SELECT count(DISTINCT s.user_id) FROM subscriptions s JOIN users u ON u.id = s.user_id WHERE u.name LIKE 'Buyer %' AND s.status = 'active'")),
    people - count.closed);
  checkData();
  await moveClock({ reset: true });
});

check('a worker that dies between receipt and effect fifty times loses nothing and does nothing twice', async () => {
  const rounds = 50;
  const clients = await crowd(rounds, 'Witness');
  const orders = [];
  for (const [at, client] of clients.entries()) {
    client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
    const { json, text } = await client.postForm('/subscriptions/checkout/', { module: 'estimate', duration_months: '1', billing_name: 'Witness',
      state_code: '36', gstin: '', coupon: '', idempotency_key: `witness-${at}` });
    assert.ok(json?.gateway_order_id, text);
    const order = json.gateway_order_id;
    orders.push(order);
    const before = workersOf('worker');
    if (at % 2) before.forEach((pid) => process.kill(pid, 'SIGSTOP'));  // surely before the effect; else somewhere in it
    await simulator('/_sim/pay', { order_id: order, method: 'upi', outcome: 'success', webhooks: 'duplicate' });
    await until(() => sql(`SELECT count(*) FROM webhook_events WHERE gateway_order_id = '${order}' AND event_type = 'payment.captured'`) === '1');
    before.forEach((pid) => process.kill(pid, 'SIGKILL'));
    await until(() => workersOf('worker').every((pid) => pid && !before.includes(pid)));
  }
  endLeases();
  await until(() => sql(`SELECT count(*) FROM webhook_events WHERE applied_at IS NULL AND gateway_order_id IN ('${orders.join("','")}')`) === '0');
  const ofWitnesses = "FROM payments p JOIN users u ON u.id = p.user_id AND u.name LIKE 'Witness %'";
  assert.equal(sql(`SELECT count(*), count(DISTINCT p.user_id), count(i.id), count(s.id), count(DISTINCT s.subscription_id) ${ofWitnesses}
      LEFT JOIN invoices i ON i.payment_id = p.id LEFT JOIN subscription_periods s ON s.payment_id = p.id WHERE p.status = 'captured'`),
  Array(5).fill(rounds).join('|'));
  checkData();
});

await runAll('storm');
