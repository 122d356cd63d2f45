// The pages of paying: the total that follows the bill's details, Razorpay's window over our order, and the wait for the
// bank. The pages say all that is needed by attributes; what happened is judged by the server alone, which asks Razorpay
// itself.

const kAskEvery = 10000;
const kStillAfter = 120000;  // by then the bank is slow: ask less often
const kAskSlowlyEvery = 60000;

// The total -------------------------------------------------------------------------------------

/// A part in which somebody types stays as it is; what is right of it is told when he leaves the field.
function renew(shown, fresh) {
    const parts = [...fresh.children];
    [...shown.children].forEach((part, at) => {
        if (!part.querySelector('input:focus')) part.replaceWith(parts[at]);
    });
}

/// Asks for the total anew when a detail of the bill changed; the last answer counts.
function keepTotal(form) {
    let asked = 0;
    form.addEventListener('change', async () => {
        const mine = ++asked;
        document.getElementById('to-pay').setAttribute('aria-busy', 'true');
        const answer = await fetch(form.dataset.quote, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
            .then((each) => each.text())
            .catch(() => '');  // away for a moment: the order itself is priced by the server
        if (mine !== asked) return;
        const shown = document.getElementById('to-pay');
        shown.removeAttribute('aria-busy');
        const fresh = new DOMParser().parseFromString(answer, 'text/html').getElementById('to-pay');
        if (!fresh) return;
        const { id } = document.activeElement;
        renew(shown, fresh);
        if (id) document.getElementById(id).focus();
    });
}

// Razorpay's window -----------------------------------------------------------------------------

function send(form, values) {
    for (const [name, value] of Object.entries(values)) form.elements.namedItem(name).value = value;
    form.requestSubmit();
}

function options(button) {
    const { key, order, subscription, amount, description, name, email, contact } = button.dataset;
    return {
        key,
        ...(subscription ? { subscription_id: subscription } : { order_id: order, amount, currency: 'INR' }),
        name: 'SSR Estimation',
        description,
        prefill: { name, email, contact },
        theme: { color: '#0e6170' },
        retry: { enabled: false },  // the page says why it failed, and offers the same order again
        handler: (paid) => send(document.getElementById('verify'), paid),
        modal: { ondismiss: () => send(document.getElementById('ask'), { closed: '1' }) },
    };
}

function offerToPay(button) {
    if (!('Razorpay' in window)) {
        document.getElementById('pay-trouble').hidden = false;
        return;
    }
    button.disabled = false;
    button.addEventListener('click', () => {
        const checkout = new window.Razorpay(options(button));
        checkout.on('payment.failed', () => send(document.getElementById('ask'), { closed: '' }));
        checkout.open();
    });
}

// The bank --------------------------------------------------------------------------------------

async function statusOf(form) {
    const answer = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(new FormData(form)),
    }).catch(() => null);  // away for a moment: the next question may be answered
    return answer?.ok ? (await answer.json()).status : form.dataset.awaits;
}

function awaitBank(form) {
    const began = performance.now();
    const ask = async () => {
        if ((await statusOf(form)) !== form.dataset.awaits) return location.reload();
        const isSlow = performance.now() - began > kStillAfter;
        setTimeout(ask, isSlow ? kAskSlowlyEvery : kAskEvery);
    };
    setTimeout(ask, kAskEvery);
}

// Start -----------------------------------------------------------------------------------------

const bill = document.querySelector('form[data-quote]');
if (bill) keepTotal(bill);
const pay = document.getElementById('pay');
if (pay) offerToPay(pay);
const awaited = document.querySelector('form[data-awaits]');
if (awaited) awaitBank(awaited);

// A page that comes back from the browser's memory shows an order as it was, and its form is not the one sent before.
window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
});
