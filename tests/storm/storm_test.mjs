// Two hundred people buy at once while handlers are killed, Postgres falls over, and the gateway's word comes twice, in the
// wrong order or never. Nothing is lost, doubled or given away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from '../browser/check.mjs';
import { Client, ledger, moveClock, runJobs, simulator } from '../browser/http.mjs';
import { instance, place, root } from '../wire/wire.mjs';

const people = 200;
const modules = ['estimate', 'workslip', 'bill', 'self_formatted'];
const webhooks = ['normal', 'duplicate', 'reversed', 'none'];

const sql = (text) => execFileSync(path.join(root, 'infra/local/psql'), ['-At', '-v', 'ON_ERROR_STOP=1', '-c', text], { encoding: 'utf8' }).trim();

/// Signed-in people, as the database knows them: the limits on codes are not what is tried here.
function crowd() {
  const tickets = Array.from({ length: people }, () => randomBytes(32).toString('hex'));
  const keys = tickets.map((ticket) => `'${createHash('sha256').update(ticket).digest('hex')}'`).join(',');
  sql(`
    WITH person AS (
      INSERT INTO users (public_id, name, email, state_code, email_verified_at, profile_completed_at, created_at)
      SELECT uuid_v7(), 'Buyer ' || n, 'buyer' || n || '@example.test', '36', now(), now(), now() FROM generate_series(1, ${people}) n
      RETURNING id, name
    ), office AS (
      INSERT INTO organizations (public_id, name, owner_id, created_at) SELECT uuid_v7(), name, id, now() FROM person RETURNING id, owner_id
    ), member AS (
      INSERT INTO memberships (organization_id, user_id, role, created_at) SELECT id, owner_id, 'owner', now() FROM office
    ), numbered AS (
      SELECT id, row_number() OVER (ORDER BY id) AS n FROM person
    )
    INSERT INTO user_sessions (public_id, user_id, session_key, created_at, last_activity, expires_at)
    SELECT uuid_v7(), id, (ARRAY[${keys}])[n], now(), now(), now() + interval '1 day' FROM numbered`);
  return tickets.map((ticket) => {
    const client = new Client();
    client.cookies.set('__Host-sid', ticket);
    return client;
  });
}

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
  const clients = crowd();
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
