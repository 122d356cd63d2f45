// The customer's side of the simulated checkout, in a frame of its own over the shop's page.
'use strict';

const part = (id) => document.getElementById(id);
const choices = [...document.querySelectorAll('button[type=submit]')];
let shop = null;  // the page that opened us: its window, its origin, its options

const tell = (message) => shop.source.postMessage(message, shop.origin);
const rupees = (paise) => `₹ ${(paise / 100).toLocaleString('en-IN', { minimumFractionDigits: 2 })}`;
const open = (is) => choices.forEach((button) => { button.disabled = !is; });

async function ask(path, body) {
  const answer = await fetch(path, body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error?.description ?? 'The gateway does not answer.');
  return json;
}

/// Black or white, whichever can be read on the shop's colour.
function paint(color) {
  if (!/^#[0-9a-f]{6}$/i.test(color ?? '')) return;
  const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
  const style = document.documentElement.style;
  style.setProperty('--brand', color);
  style.setProperty('--on-brand', 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#000' : '#fff');
}

async function show({ key, order: id, subscription, name, description, method, color }) {
  part('title').textContent = name || 'Checkout';
  part('about').textContent = description ?? '';
  paint(color);
  const wanted = document.querySelector(`input[value="${CSS.escape(method ?? '')}"]`);
  if (wanted) wanted.checked = true;
  part('title').focus();
  if (subscription) return showSubscription(key, subscription);
  const order = await ask(`/_sim/orders/${encodeURIComponent(id ?? '')}?key_id=${encodeURIComponent(key)}`);
  part('amount').textContent = rupees(order.amount);
  if (order.status === 'paid') throw new Error('Payment already done for this order.');
  open(true);
}

/// What the customer lets himself be charged by itself; banks take no leave for that.
async function showSubscription(key, id) {
  const { amount, plan, starts_on: start, status } = await ask(`/_sim/subscriptions/${encodeURIComponent(id)}?key_id=${encodeURIComponent(key)}`);
  part('amount').textContent = rupees(amount);
  part('about').textContent = `${plan}${start ? `, charged by itself from ${start}` : ''}`;
  document.querySelector('input[value="netbanking"]').disabled = true;
  if (status !== 'created') throw new Error('Customer payment is not allowed for the Subscription at this stage.');
  open(true);
}

async function pay(outcome) {
  open(false);
  part('fault').textContent = '';
  const method = new FormData(part('form')).get('method');
  const { order, subscription } = shop.options;
  const { error, ...word } = await (subscription
    ? ask('/_sim/authorise', { subscription_id: subscription, method, outcome })
    : ask('/_sim/pay', { order_id: order, method, outcome }));
  if (!error) return tell({ kind: 'success', word });
  tell({ kind: 'failure', error });
  complain(error.description);
  return open(true);
}

function complain(text) { part('fault').textContent = text; }
function dismiss() { if (shop) tell({ kind: 'dismiss' }); }

part('form').addEventListener('submit', (event) => {
  event.preventDefault();
  pay(event.submitter?.value ?? 'success').catch(({ message }) => { complain(message); open(true); });
});
part('close').addEventListener('click', dismiss);
document.addEventListener('keydown', ({ key }) => { if (key === 'Escape' && shop?.options.escapes) dismiss(); });
window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || shop) return;
  shop = { source, origin, options: data };
  show(data).catch(({ message }) => complain(message));
});
if (window.parent !== window) window.parent.postMessage({ kind: 'ready' }, '*');
