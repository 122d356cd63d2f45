// Small enhancements only: every page works without this file. Parts of a page ask for them by attributes:
//
//   data-theme-toggle          changes between light and dark
//   data-open="id"             opens the dialog of that id; data-close closes the dialog around it
//   data-copy-of="id"          in such a dialog: is filled from that part, with data-copy-only="selector" of it
//   data-dismiss=".banner"     on a form: posts it, and takes the part around it away
//   data-countdown="41"        counts seconds down to 0:00; data-then="id" enables that control then
//   data-otp                   the one-time code: digits only, paste with blanks, SMS autofill
//   data-idempotent            on a form: a repeated post is known as the same one
//   data-submits               on a select: shows the new choice at once
//   data-finds="id"            on a search field: hides the links of that part that do not match
//
// Other scripts speak to it by events on the document:
//
//   dispatchEvent(new CustomEvent('ssr:toast', { detail: { text, action, onAction } }))
//   dispatchEvent(new CustomEvent('ssr:session-ended'))

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];
const csrfToken = () => find('meta[name="csrf-token"]')?.content ?? '';

// Theme ----------------------------------------------------------------------------------------

function toggleTheme() {
    const page = document.documentElement;
    const theme = page.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
    page.setAttribute('data-bs-theme', theme);
    try {
        localStorage.setItem('theme', theme);
    } catch {
        // Storage is switched off: the choice holds for this page.
    }
}

// Dialogs, menus -------------------------------------------------------------------------------

function openDialog(id) {
    const dialog = document.getElementById(id);
    if (!(dialog instanceof HTMLDialogElement)) return false;
    fillFromCopy(dialog);
    if (!dialog.open) dialog.showModal();
    return true;
}

// The drawer of phones and the search show the side bar's links; they are in the page only once.
function fillFromCopy(dialog) {
    const place = find('[data-copy-of]', dialog);
    if (!place || place.childElementCount > 0) return;
    for (const child of document.getElementById(place.dataset.copyOf).children)
        if (child.matches(place.dataset.copyOnly ?? ':not(.menu-close)')) place.append(child.cloneNode(true));
}

function closeMenusExceptAround(target) {
    for (const menu of findAll('details.menu[open]')) if (!menu.contains(target)) menu.open = false;
}

function onClick(event) {
    closeMenusExceptAround(event.target);
    if (event.target instanceof HTMLDialogElement) event.target.close();  // its backdrop
    const target = event.target.closest('[data-theme-toggle],[data-open],[data-close]');
    if (!target) return;
    if (target.hasAttribute('data-theme-toggle')) toggleTheme();
    if (target.dataset.open && openDialog(target.dataset.open)) event.preventDefault();
    if (target.hasAttribute('data-close')) target.closest('dialog')?.close();
}

function onKey(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'k' && openDialog('search')) event.preventDefault();
    if (event.key === 'Escape') closeMenusExceptAround(null);
}

// Toasts ---------------------------------------------------------------------------------------

const kToastStays = 6000;
const kToastWithActionStays = 10000;

function removeLater(toast) {
    setTimeout(() => toast.remove(), find('a,button', toast) ? kToastWithActionStays : kToastStays);
}

function showToast({ text, action, onAction }) {
    const toast = document.createElement('div');
    toast.className = 'toast';
    toast.append(Object.assign(document.createElement('p'), { textContent: text }));
    if (action) {
        const button = Object.assign(document.createElement('button'), { type: 'button', textContent: action });
        button.addEventListener('click', () => {
            toast.remove();
            onAction?.();
        });
        toast.append(button);
    }
    document.getElementById('toasts')?.append(toast);
    removeLater(toast);
}

// Forms ----------------------------------------------------------------------------------------

const kFormIsFreeAgainAfter = 10000;
const kSentForms = new WeakSet();

function onSubmit(event) {
    const form = event.target;
    if (form.dataset.dismiss) {
        event.preventDefault();
        dismiss(form);
        return;
    }
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (isTokenOld()) {
        event.preventDefault();
        sendWithFreshToken(form, event.submitter);
        return;
    }
    if (kSentForms.has(form)) {
        event.preventDefault();
        return;
    }
    kSentForms.add(form);
    event.submitter?.classList.add('is-busy');
    event.submitter?.setAttribute('aria-disabled', 'true');
    setTimeout(forgetSentForms, kFormIsFreeAgainAfter);
}

// A form that answers with a file leaves its page in place, and a page may come back from the browser's memory.
function forgetSentForms() {
    for (const form of document.forms) kSentForms.delete(form);
    for (const button of findAll('.btn.is-busy[aria-disabled]')) {
        button.classList.remove('is-busy');
        button.removeAttribute('aria-disabled');
    }
}

async function dismiss(form) {
    form.closest(form.dataset.dismiss)?.remove();
    await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => {});
}

function giveIdempotencyKey(form) {
    if (form.elements.namedItem('idempotency_key')) return;
    const key = document.createElement('input');
    Object.assign(key, { type: 'hidden', name: 'idempotency_key', value: crypto.randomUUID() });
    form.append(key);
}

function submitOnChange(select) {
    select.addEventListener('change', () => select.form.requestSubmit());
}

function takeFile(input) {
    const zone = input.closest('.drop');
    const place = find('[data-file-name]', zone);
    const mark = (isOver) => (event) => {
        event.preventDefault();
        zone.classList.toggle('is-over', isOver);
    };
    zone.addEventListener('dragover', mark(true));
    zone.addEventListener('dragleave', mark(false));
    zone.addEventListener('drop', (event) => {
        mark(false)(event);
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    input.addEventListener('change', () => (place.textContent = input.files[0]?.name ?? ''));
}

function filterLinks(input) {
    const list = document.getElementById(input.dataset.finds);
    input.addEventListener('input', () => {
        const wanted = input.value.trim().toLowerCase();
        for (const link of findAll('a', list)) link.hidden = !link.textContent.toLowerCase().includes(wanted);
    });
}

// One-time code --------------------------------------------------------------------------------

const kCodeLength = 6;

function watchCode(input) {
    const submitWhenWhole = () => input.value.length === kCodeLength && input.form.requestSubmit();
    input.addEventListener('input', () => {
        input.value = input.value.replace(/\D/g, '').slice(0, kCodeLength);
    });
    input.addEventListener('paste', (event) => {
        event.preventDefault();
        input.value = event.clipboardData.getData('text').replace(/\D/g, '').slice(0, kCodeLength);
        submitWhenWhole();
    });
    readCodeFromSms(input, submitWhenWhole);
}

async function readCodeFromSms(input, then) {
    if (!('OTPCredential' in window)) return;
    const stop = new AbortController();
    input.form.addEventListener('submit', () => stop.abort());
    const credential = await navigator.credentials
        .get({ otp: { transport: ['sms'] }, signal: stop.signal })
        .catch(() => null);  // refused, aborted, or no message came
    if (!credential) return;
    input.value = credential.code;
    then();
}

// Countdown ------------------------------------------------------------------------------------

function countDown(element) {
    const end = performance.now() + Number(element.dataset.countdown) * 1000;
    const show = () => {
        const left = Math.max(0, Math.round((end - performance.now()) / 1000));
        element.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
        if (left > 0) return;
        clearInterval(timer);
        const control = document.getElementById(element.dataset.then);
        if (!control) return;
        control.disabled = false;
        control.textContent = control.dataset.label ?? control.textContent;
    };
    const timer = setInterval(show, 1000);
    show();
}

// Session and htmx -----------------------------------------------------------------------------
//
// A page may outlive its session, and another tab may have begun a new one. When its tab comes to the front, and before
// an old page sends a form, it asks who is signed in. Its forms get the token of now; where nobody is, the dialog says
// so, and all that was typed stays. Without this file the server puts the form back after the sign-in.

const kTokenStaysYoung = 10 * 60 * 1000;
const kTokenIsNew = 30 * 1000;
const kPerson = find('meta[name="person"]')?.content ?? '';
let tokenAskedAt = performance.now();

const isTokenOld = () => performance.now() - tokenAskedAt > kTokenStaysYoung;

async function askForToken() {
    const answer = await fetch('/api/auth/token/', { headers: { accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return true;  // we cannot know: the server decides
    tokenAskedAt = performance.now();
    const { csrf_token: token, person } = await answer.json();
    if ((person ?? '') !== kPerson) return false;
    find('meta[name="csrf-token"]').content = token;
    for (const field of findAll('input[name="csrf_token"]')) field.value = token;
    return true;
}

async function sendWithFreshToken(form, submitter) {
    const isSamePerson = await askForToken();
    if (!isSamePerson && openDialog('session-ended')) return;
    tokenAskedAt = performance.now();
    form.requestSubmit(submitter);
}

async function lookWhoIsSignedIn() {
    const dialog = document.getElementById('session-ended');
    if (document.hidden || !dialog) return;
    if (!dialog.open && performance.now() - tokenAskedAt < kTokenIsNew) return;
    if (!(await askForToken())) {
        openDialog('session-ended');
    } else if (dialog.open) {
        dialog.close();
        showToast({ text: 'You are signed in again. Go on where you were.' });
    }
}

function watchHtmx() {
    document.addEventListener('htmx:config:request', ({ detail }) => {
        detail.ctx.request.headers['X-CSRF-Token'] = csrfToken();
    });
    document.addEventListener('htmx:response:error', ({ detail }) => {
        if (detail.ctx.response?.status === 401) openDialog('session-ended');
    });
    document.addEventListener('htmx:after:process', ({ target }) => enhance(target));
}

// Start ----------------------------------------------------------------------------------------

/// A table wider than its place is a stop of the Tab key, so that the arrows move it.
function letScrollByKeys(wrap) {
    const watch = new ResizeObserver(() => {
        const isWide = wrap.scrollWidth > wrap.clientWidth;
        wrap.toggleAttribute('tabindex', isWide);
        if (!isWide) return;
        wrap.tabIndex = 0;
        wrap.setAttribute('role', 'group');
        wrap.setAttribute('aria-label', find('caption', wrap)?.textContent ?? '');
    });
    watch.observe(wrap);
    watch.observe(wrap.firstElementChild);  // a font that comes late widens it
}

const kEnhancements = {
    '[data-otp]': watchCode,
    '[data-countdown]': countDown,
    'form[data-idempotent]': giveIdempotencyKey,
    'select[data-submits]': submitOnChange,
    '.drop input[type="file"]': takeFile,
    'input[data-finds]': filterLinks,
    '.toasts > .toast': removeLater,
    '.table-wrap': letScrollByKeys,
};

// Each part once, also where htmx brings parts later.
const kEnhanced = new WeakSet();

function enhance(within) {
    for (const [selector, start] of Object.entries(kEnhancements)) {
        for (const element of findAll(selector, within)) {
            if (kEnhanced.has(element)) continue;
            kEnhanced.add(element);
            start(element);
        }
    }
}

document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);
document.addEventListener('submit', onSubmit);
document.addEventListener('ssr:toast', ({ detail }) => showToast(detail));
document.addEventListener('ssr:session-ended', () => openDialog('session-ended'));
document.addEventListener('visibilitychange', lookWhoIsSignedIn);
window.addEventListener('pageshow', forgetSentForms);
watchHtmx();
enhance(document);
document.getElementById('error-summary')?.focus();
