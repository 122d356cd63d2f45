// The simulated gateway as a merchant's program sees it: with Razorpay's own client, and with the webhooks that it sends us.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from '../browser/check.mjs';
import { Client, gateway, ledger, runJobs, simulator } from '../browser/http.mjs';
import { place, root } from './wire.mjs';

const Razorpay = createRequire(import.meta.url)('razorpay');

const settings = Object.fromEntries(execFileSync(path.join(root, 'infra/bin/ssr'), ['env'], { encoding: 'utf8' }).trim().split('\n')
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const { RAZORPAY_KEY_ID: keyId, RAZORPAY_KEY_SECRET: keySecret, RAZORPAY_WEBHOOK_SECRET: webhookSecret } = settings;

function merchant(secret = keySecret) {
  const client = new Razorpay({ key_id: keyId, key_secret: secret });
  client.api.rq.defaults.baseURL = gateway;
  return client;
}
const client = merchant();
const order = (more = {}) => client.orders.create({ amount: 118_000, currency: 'INR', receipt: 'ORD-261127-0001', payment_capture: true, notes: { payment: 'ours' }, ...more });
const refusal = async (asking) => {
  try {
    await asking;
  } catch ({ statusCode, error }) {
    return [statusCode, error.code, error.description];
  }
  return 'taken';
};
const deliveriesOf = async (payment) => (await new Client().get(`/_sim/deliveries?payment_id=${payment}`, { base: gateway })).json.items;
const post = (body, signature, id) => new Client().request('POST', '/webhooks/razorpay/', { body,
  headers: { 'content-type': 'application/json', 'x-razorpay-signature': signature, 'x-razorpay-event-id': id } });

async function deliveredByItself(payment, count) {
  for (let tries = 0; tries < 200; tries += 1) {
    const all = await deliveriesOf(payment).catch(() => []);
    if (all.length === count && all.every(({ delivered_at: at }) => at)) return all;
    await wait(50);
  }
  throw new Error('the webhooks were not delivered within ten seconds');
}

check('the official client makes an order, sees it paid and gives the money back', async () => {
  const made = await order();
  assert.match(made.id, /^order_[0-9A-Za-z]{14}$/);
  assert.deepEqual([made.entity, made.amount, made.amount_due, made.currency, made.status, made.receipt], ['order', 118_000, 118_000, 'INR', 'created', 'ORD-261127-0001']);
  const word = await simulator('/_sim/pay', { order_id: made.id, method: 'card', outcome: 'success', webhooks: 'none' });
  const paid = await client.payments.fetch(word.razorpay_payment_id);
  assert.deepEqual([paid.status, paid.captured, paid.amount, paid.order_id, paid.method], ['captured', true, 118_000, made.id, 'card']);
  assert.equal((await client.orders.fetch(made.id)).status, 'paid');
  assert.deepEqual((await client.orders.fetchPayments(made.id)).items.map(({ id }) => id), [paid.id]);
  assert.ok((await client.payments.all({ from: paid.created_at, to: paid.created_at, count: 100 })).items.some(({ id }) => id === paid.id));
  assert.ok((await client.orders.all({ receipt: 'ORD-261127-0001' })).items.some(({ id }) => id === made.id));

  const refund = await client.payments.refund(paid.id, { amount: 18_000, speed: 'normal', notes: { why: 'less' } });
  assert.match(refund.id, /^rfnd_[0-9A-Za-z]{14}$/);
  assert.deepEqual([refund.status, refund.amount, refund.payment_id], ['processed', 18_000, paid.id]);
  assert.equal((await client.refunds.fetch(refund.id)).id, refund.id);
  assert.equal((await client.payments.fetchRefund(paid.id, refund.id)).id, refund.id);
  assert.equal((await client.payments.fetchMultipleRefund(paid.id)).count, 1);
  const rest = await client.payments.refund(paid.id);
  assert.equal(rest.amount, 100_000);
  assert.equal((await client.payments.fetch(paid.id)).status, 'refunded');
  assert.deepEqual(await refusal(client.payments.refund(paid.id)), [400, 'BAD_REQUEST_ERROR', 'The payment has been fully refunded already']);
});

check('an order that is not captured at once waits for the merchant', async () => {
  const made = await order({ payment_capture: false });
  const { razorpay_payment_id: id } = await simulator('/_sim/pay', { order_id: made.id, webhooks: 'none' });
  assert.equal((await client.payments.fetch(id)).status, 'authorized');
  assert.equal((await refusal(client.payments.capture(id, 1, 'INR')))[0], 400);
  assert.equal((await client.payments.capture(id, 118_000, 'INR')).status, 'captured');
});

check('a wrong secret opens nothing, and a faulty order says why', async () => {
  assert.deepEqual(await refusal(merchant('guessed').orders.all()), [401, 'BAD_REQUEST_ERROR', 'Authentication failed']);
  assert.deepEqual((await refusal(order({ amount: 99 }))).slice(0, 2), [400, 'BAD_REQUEST_ERROR']);
  assert.deepEqual((await refusal(order({ amount: 100.5 }))).slice(0, 2), [400, 'BAD_REQUEST_ERROR']);
  assert.deepEqual((await refusal(order({ currency: 'USD' }))).slice(0, 2), [400, 'BAD_REQUEST_ERROR']);
  assert.deepEqual(await refusal(client.payments.fetch('pay_00000000000000')), [400, 'BAD_REQUEST_ERROR', 'The id provided does not exist']);
});

check('what Checkout hands over is signed with the key secret', async () => {
  const made = await order();
  const { razorpay_payment_id: payment, razorpay_signature: signature } = await simulator('/_sim/pay', { order_id: made.id, webhooks: 'none' });
  const signed = createRequire(import.meta.url)('razorpay/dist/utils/razorpay-utils').validatePaymentVerification;
  assert.ok(signed({ order_id: made.id, payment_id: payment }, signature, keySecret));
  assert.ok(!signed({ order_id: made.id, payment_id: payment }, signature, webhookSecret));
});

check('our site takes each webhook, whose signature the official client confirms', async () => {
  const { id } = await order();
  const { razorpay_payment_id: payment } = await simulator('/_sim/pay', { order_id: id, webhooks: 'duplicate' });
  await runJobs();
  const all = await deliveriesOf(payment);
  assert.deepEqual(all.map(({ event }) => event).reverse(), ['payment.authorized', 'payment.captured', 'order.paid'].flatMap((event) => [event, event]));
  for (const { body, signature, last_answer: answer, attempts } of all) {
    assert.deepEqual([answer, attempts], [200, 1]);
    assert.ok(Razorpay.validateWebhookSignature(body, signature, webhookSecret));
    assert.ok(!Razorpay.validateWebhookSignature(`${body} `, signature, webhookSecret));
    assert.ok(!Razorpay.validateWebhookSignature(body, signature, keySecret));
  }
  const [{ body, signature, event_id: event }] = all;
  assert.equal((await post(body, signature, event)).json.status, 'seen_before');
  assert.equal((await post(body, signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), event)).status, 400);
  assert.equal((await post(body.replace('118000', '118001'), signature, event)).status, 400);
});

check('webhooks come by themselves, also after the simulator was killed', async () => {
  const first = await simulator('/_sim/pay', { order_id: (await order()).id });
  await deliveredByItself(first.razorpay_payment_id, 3);
  const second = await simulator('/_sim/pay', { order_id: (await order()).id, outcome: 'failure', delay_ms: 1000 });
  for (const slot of ['1', '2', '3']) process.kill(Number(place('pid', 'dev', slot)), 'SIGKILL');
  const [{ event }] = await deliveredByItself(second.razorpay_payment_id, 1);
  assert.equal(event, 'payment.failed');
});

check('a dispute can be played, and our site keeps it', async () => {
  const { razorpay_payment_id: payment } = await simulator('/_sim/pay', { order_id: (await order()).id, webhooks: 'none' });
  const { event_id: event } = await simulator('/_sim/event', { event: 'payment.dispute.created', payment_id: payment, payload: { dispute: { id: 'disp_00000000000001' } } });
  await runJobs();
  const [told] = await deliveriesOf(payment);
  assert.deepEqual([told.event_id, told.event, told.last_answer], [event, 'payment.dispute.created', 200]);
});

check('the official client makes a plan and a subscription, sees it charged and cancels it', async () => {
  const plan = await client.plans.create({ period: 'yearly', interval: 1, item: { name: 'Estimate, 12 months', amount: 529_820, currency: 'INR' }, notes: { shop: 'ours' } });
  assert.match(plan.id, /^plan_[0-9A-Za-z]{14}$/);
  assert.deepEqual([plan.entity, plan.period, plan.interval, plan.item.amount], ['plan', 'yearly', 1, 529_820]);
  assert.equal((await client.plans.fetch(plan.id)).id, plan.id);
  assert.ok((await client.plans.all()).items.some(({ id }) => id === plan.id));
  const startAt = Math.floor(Date.parse((await new Client().get('/_dev/clock')).json.now) / 1000) + 172_800;
  const made = await client.subscriptions.create({ plan_id: plan.id, total_count: 5, customer_notify: 0, start_at: startAt, notes: { mandate: 'ours' } });
  assert.match(made.id, /^sub_[0-9A-Za-z]{14}$/);
  assert.deepEqual([made.entity, made.status, made.plan_id, made.total_count, made.paid_count, made.start_at], ['subscription', 'created', plan.id, 5, 0, startAt]);

  const word = await simulator('/_sim/authorise', { subscription_id: made.id, method: 'card', webhooks: 'none' });
  const signed = createRequire(import.meta.url)('razorpay/dist/utils/razorpay-utils').validatePaymentVerification;
  assert.ok(signed({ subscription_id: made.id, payment_id: word.razorpay_payment_id }, word.razorpay_signature, keySecret));
  assert.equal((await client.subscriptions.fetch(made.id)).status, 'authenticated');

  const { payment } = await simulator('/_sim/charge', { subscription_id: made.id, webhooks: 'none' });
  assert.equal((await client.payments.fetch(payment.id)).amount, 529_820);
  const charged = await client.subscriptions.fetch(made.id);
  assert.deepEqual([charged.status, charged.paid_count, charged.remaining_count], ['active', 1, 4]);
  const { items } = await client.invoices.all({ subscription_id: made.id });
  assert.deepEqual(items.map(({ payment_id: paid, status }) => [paid, status]), [[payment.id, 'paid']]);
  assert.ok((await client.subscriptions.all({ plan_id: plan.id })).items.some(({ id }) => id === made.id));

  assert.equal((await client.subscriptions.cancel(made.id)).status, 'cancelled');
  assert.deepEqual(await refusal(client.subscriptions.cancel(made.id)), [400, 'BAD_REQUEST_ERROR', 'Subscription is not cancellable in cancelled status.']);
  assert.ok((await ledger()).subscriptions.some(({ id }) => id === made.id));
});

check('our site takes what is told of a subscription that is none of ours', async () => {
  const plan = await client.plans.create({ period: 'monthly', interval: 1, item: { name: 'Somebody else', amount: 10_000, currency: 'INR' } });
  const { id } = await client.subscriptions.create({ plan_id: plan.id, total_count: 2 });
  const { razorpay_payment_id: payment } = await simulator('/_sim/authorise', { subscription_id: id, webhooks: 'duplicate' });
  await runJobs();
  const all = await deliveriesOf(payment);
  assert.ok(all.some(({ event }) => event === 'subscription.charged'));
  assert.ok(all.every(({ last_answer: answer }) => answer === 200));
});

check('the ledger has all of it', async () => {
  const { orders, payments, refunds, pending_deliveries: pending } = await ledger();
  assert.ok(orders.some(({ status }) => status === 'paid') && payments.some(({ status }) => status === 'captured') && refunds.length >= 2);
  assert.equal(pending, 0);
});

check('the gateway\'s port shows nothing of the site, and the site nothing of the gateway', async () => {
  for (const target of ['/_dev/', '/_dev/outbox/', '/_dev/outbox.json', '/_dev/clock', '/healthz', '/readyz', '/metrics', '/', '/accounts/login/'])
    assert.equal((await new Client().get(target, { base: gateway })).status, 404, target);
  for (const target of ['/_sim/ledger', '/v1/orders', '/v1/payments', '/checkout.js', '/checkout/'])
    assert.equal((await new Client().get(target)).status, 404, target);
  assert.equal((await new Client().postJson('/_dev/jobs/run', {}, { base: gateway })).status, 404);
  assert.equal((await new Client().postJson('/_sim/pay', {})).status, 404);
});

await runAll('wire gateway');
