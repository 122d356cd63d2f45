// A whole life with a module on the instance's clock, as one person would tell it: trial, paid, reminded, in grace, expired,
// renewed, upgraded, given back. What he can do and what he is told stands in life.golden; after a change that is meant:
// SSR_RENEW_LIFE=1 infra/local/with-instance node tests/wire/life_test.mjs
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check, runAll } from '../browser/check.mjs';
import { Client, ledger, moveClock, runJobs, simulator } from '../browser/http.mjs';
import { officer } from './crowd.mjs';

const golden = fileURLToPath(new URL('life.golden', import.meta.url));
const kDay = 86_400;

/// Somebody, and the transcript of what happens to him.
class Witness {
  client = new Client();
  email = `life-${Math.random().toString(36).slice(2, 10)}@example.test`;
  heard = new Set();
  names = new Map();
  lines = [];

  /// Numbers that are others in each run become "invoice 1", "order 2".
  named(text) {
    return text.replace(/SSR\/\d\d-\d\d\/\d{6}|SCN\/\d\d-\d\d\/\d{6}|ORD-\d{6}-[0-9A-F]{8}/g, (number) => {
      const kind = { SSR: 'invoice', SCN: 'credit note', ORD: 'order' }[number.slice(0, 3)];
      if (!this.names.has(number)) this.names.set(number, `${kind} ${[...this.names.values()].filter((name) => name.startsWith(kind)).length + 1}`);
      return this.names.get(number);
    });
  }

  /// Comes back after a while, as people do; a session that nobody used is over.
  async me() {
    const me = await this.client.get('/api/auth/me/');
    if (me.status === 200) return me.json;
    await this.client.signIn(this.email);
    return (await this.client.get('/api/auth/me/')).json;
  }

  async arrive() {
    await this.client.signIn(this.email);
    const answer = await this.client.postForm('/accounts/register/', { name: 'Sita Devi', state_code: '36' });
    assert.equal(answer.status, 200, answer.text);
    this.client.csrf = (await this.client.get('/api/auth/me/')).json.csrf_token;
    await this.note('arrives');
  }

  async post(path, fields) {
    const { status, json, text } = await this.client.postForm(path, fields);
    assert.equal(status, 200, `${path}: ${text}`);
    return json;
  }

  async buy(months, more = {}) {
    await this.me();
    const order = await this.post('/subscriptions/checkout/', { module: 'estimate', duration_months: months, billing_name: 'Sita Devi', state_code: '36', ...more });
    const word = await simulator('/_sim/pay', { order_id: order.gateway_order_id, method: 'upi', outcome: 'success', webhooks: 'normal' });
    await this.post('/subscriptions/verify-payment/', word);
    const rupees = (paise) => (paise / 100).toFixed(2);
    return { order, word, price: `${rupees(order.quote.subtotal_paise)} less ${rupees(order.quote.discount_amount_paise)}, with tax ${rupees(order.amount_paise)}` };
  }

  /// What was done; then what he can do, and what was written to him meanwhile, the oldest first. By days: the clock goes on
  /// while this runs.
  async note(what) {
    await runJobs();
    const { json: { now } } = await new Client().get('/_dev/clock');
    const { modules } = await this.me();
    const { allowed, reason, expires_at: until } = modules.find(({ code }) => code === 'estimate');
    this.lines.push(`${now.slice(0, 10)}  ${what}`, `    ${allowed ? 'open' : 'closed'}: ${reason}${until ? `, until ${until.slice(0, 10)}` : ''}`);
    const { json: mails } = await new Client().get(`/_dev/outbox.json?to=${encodeURIComponent(this.email)}`);
    for (const { id, subject, otp } of mails.reverse())
      if (!otp && !this.heard.has(id)) {
        this.heard.add(id);
        this.lines.push(`    mail: ${this.named(subject)}`);
      }
  }

  async after(days, what) {
    await moveClock({ advance_seconds: days * kDay });
    await this.note(what);
  }
}

check('trial, paid, reminded, in grace, expired, renewed, upgraded and given back reads like its transcript', async () => {
  await moveClock({ now: '2026-12-01T04:30:00Z' });
  const one = new Witness();
  await one.arrive();
  await one.post('/subscriptions/trial/', { module: 'estimate' });
  await one.note('tries Estimate');
  const { modules } = await one.me();
  const trialDays = (Date.parse(modules.find(({ code }) => code === 'estimate').expires_at) - Date.parse('2026-12-01T04:30:00Z')) / 1000 / kDay;
  await one.after(trialDays - 3, 'three days of the trial are left');
  await one.after(3, 'the trial is over');

  await one.note(`buys a month: ${(await one.buy('1')).price}`);
  await one.after(24, 'a week is left');
  await one.after(4, 'three days are left');
  await one.after(2, 'a day is left');
  await one.after(1, 'the month is over');
  await one.after(4, 'the days of grace are over');

  await one.note(`buys a month again: ${(await one.buy('1')).price}`);
  await moveClock({ advance_seconds: 10.5 * kDay });  // within a day, so that a second more makes no day less
  const { word, price } = await one.buy('12', { upgrade: '1' });
  await one.note(`takes the year instead: ${price}`);

  const staff = await officer(`Officer ${one.email}`);
  const paid = (await ledger()).payments.find(({ id }) => id === word.razorpay_payment_id);
  const { json: payments } = await one.client.get('/payments/');
  const refund = await staff.postForm(`/admin-panel/payments/${payments[0].id}/refund/`, { amount_paise: paid.amount, reason: 'asked for it', ends_access: '1' });
  assert.equal(refund.status, 200, refund.text);
  one.named(refund.json.credit_note_number);
  await one.note(`has ${(paid.amount / 100).toFixed(2)} back`);
  await one.after(1, 'the next day');

  const told = `${one.lines.join('\n')}\n`;
  if (process.env.SSR_RENEW_LIFE) writeFileSync(golden, told);
  assert.equal(told, readFileSync(golden, 'utf8'));
});

await runAll('life', { afterAll: () => moveClock({ reset: true }) });
