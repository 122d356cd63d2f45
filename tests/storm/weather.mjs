// What storms share: patience, the gateway's own desk, and what must hold when they are over.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, gateway } from '../browser/http.mjs';
import { sql } from '../wire/crowd.mjs';
import { instance, place, root } from '../wire/wire.mjs';

/// What any client does: an answer that says "later", or none, is asked for again.
export async function insisting(ask) {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await ask().catch(() => null);
    if (answer && ![429, 502, 503, 504].includes(answer.status)) return answer;
    await wait(100 + 20 * tries);
  }
  throw new Error('no answer in sixty tries');
}

export async function until(holds) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (holds()) return;
    await wait(50);
  }
  throw new Error(`never: ${holds}`);
}

export const workersOf = (handler) => ['1', '2'].map((slot) => Number(place('pid', handler, slot)));

/// The minute goes by after which a dead worker's jobs are another's. Leases run by the database's clock, which nothing moves.
export const endLeases = () => sql("UPDATE jobs SET locked_until = clock_timestamp() WHERE status = 'running'");

const settings = readFileSync(path.join(instance, 'env/subscriptions.env'), 'utf8');
const key = /^RAZORPAY_KEY_ID=(.*)$/m.exec(settings)[1];
const secret = readFileSync(path.join(instance, 'secrets/razorpay_key_secret'), 'utf8').trim();
const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;

/// Somebody gives money back at the gateway's own desk: all that is left, or so much of it.
export async function giveBack(paymentId, paise) {
  const refund = await insisting(() => new Client().request('POST', `/v1/payments/${paymentId}/refund`, { base: gateway,
    body: JSON.stringify(paise ? { amount: paise } : {}),
    headers: { authorization, 'content-type': 'application/json', 'x-refund-idempotency': `desk-${paymentId}-${paise ?? 'all'}` } }));
  assert.equal(refund.status, 200, refund.text);
}

export function checkData() {
  const told = execFileSync('make', ['-s', 'check-data'], { cwd: root, encoding: 'utf8' });
  assert.ok(told.split('\n').filter(Boolean).every((line) => line.endsWith('\t0')), told);
}
