// The estimate editor: everything typed is saved at once. Without this file the page is a form with a Save button.
//
// One writer: requests leave one after the other, each with the version that it was typed over. A value stays in
// `unsent`, and in the browser's storage, until the server has acknowledged it; so a killed tab, a lost network
// and an ended session lose nothing. Figures are whole paise; those of the server are final.

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

const form = find('#estimate');
const table = find('[data-lines]', form);
const lines = () => findAll('[data-line]', table);
const lineOf = (code) => lines().find((line) => line.dataset.line === code);
const quantityIn = (line) => find('.cell', line);
const nameOf = (line) => find('.item > span', line).textContent;
const toast = (detail) => document.dispatchEvent(new CustomEvent('ssr:toast', { detail }));

let version = Number(form.dataset.version);

// Figures --------------------------------------------------------------------------------------

const kQuantityWanted = 'Enter a quantity between 0.001 and 9,99,99,999 with at most 3 decimals.';
const kAmountWanted = 'Enter an amount in rupees with at most 2 decimals.';
const kPercentWanted = 'Enter a percentage from 0 to 100 with at most 4 decimals.';
const kMostThousandths = 99999999000n;
const kStepOfProposals = 100000n;

/// "1,200.5" with 3 decimals is 1200500n; null for what is no figure.
function decimal(text, decimals) {
    const match = /^(\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.(\d*))?$/.exec(text.replace(/^₹\s*/, '').trim());
    if (!match || (match[1] === undefined && !match[2])) return null;
    const fraction = match[2] ?? '';
    if (fraction.length > decimals) return null;
    return BigInt((match[1] ?? '0').replaceAll(',', '') + fraction.padEnd(decimals, '0'));
}

/// Half away from zero.
function quotient(value, by) {
    const half = (2n * (value < 0n ? -value : value) + by) / (2n * by);
    return value < 0n ? -half : half;
}

function grouped(paise) {
    const digits = (paise < 0n ? -paise : paise).toString().padStart(3, '0');
    let rupees = digits.slice(0, -2);
    let text = rupees.slice(-3);
    for (rupees = rupees.slice(0, -3); rupees; rupees = rupees.slice(0, -2)) text = `${rupees.slice(-2)},${text}`;
    return `${paise < 0n ? '−' : ''}${text}.${digits.slice(-2)}`;
}

const share = (ofPaise, percent) => quotient(ofPaise * percent, 1000000n);

// What is wrong with a value as typed; empty where nothing is.
function complaintAbout(name, value) {
    const text = value.trim();
    if (text === '') return name === 'work_name' ? 'Enter the name of the work, at most 300 characters.' : '';
    if (name.startsWith('qty.')) {
        const quantity = decimal(text, 3);
        return quantity !== null && quantity > 0n && quantity <= kMostThousandths ? '' : kQuantityWanted;
    }
    if (name === 'excess_tp') {
        const percent = decimal(text, 4);
        return percent !== null && percent <= 1000000n ? '' : kPercentWanted;
    }
    if (['old_material', 'named_amount', 'grand_total'].includes(name))
        return decimal(text, 2) === null ? kAmountWanted : '';
    return '';
}

// Totals ---------------------------------------------------------------------------------------

const [kLabourCess, kQualityControl, kNac, kGst] = form.dataset.percents.split(' ').map(BigInt);
const field = (name) => form.elements.namedItem(name);
const inputOf = (name) => (field(name) instanceof RadioNodeList ? field(name)[0] : field(name));
const amountIn = (name) => decimal(field(name).value, 2) ?? 0n;

function amountOf(line) {
    const quantity = decimal(quantityIn(line).value, 3);
    return quantity === null || quantity > kMostThousandths ? 0n : quotient(quantity * BigInt(line.dataset.rate), 1000n);
}

function reckoned() {
    const t = { items: 0n };
    for (const line of lines()) t.items += amountOf(line);
    t.old = field('work_type').value === 'repair' ? amountIn('old_material') : 0n;
    t.ecv = t.items - t.old;
    t.tp = share(t.ecv, decimal(field('excess_tp').value, 4) ?? 0n);
    t.lc = share(t.ecv, kLabourCess);
    t.qc = share(t.ecv, kQualityControl);
    t.nac = share(t.ecv, kNac);
    t.sub = t.ecv + t.tp + t.lc + t.qc + t.nac;
    t.gst = share(t.sub, kGst);
    t.named = amountIn('named_amount');
    t.min = t.sub + t.gst + t.named;
    t.proposed = t.min > 0n ? ((t.min + kStepOfProposals - 1n) / kStepOfProposals) * kStepOfProposals : 0n;
    const asked = decimal(field('grand_total').value, 2);
    t.grand = asked ?? (t.proposed > t.min ? t.proposed : t.min);
    t.ls = t.grand - t.min;
    return t;
}

function showTotals(t, words = '\u00a0') {
    for (const [name, paise] of Object.entries(t))
        for (const place of findAll(`[data-t="${name}"]`)) place.textContent = grouped(name === 'old' ? -paise : paise);
    for (const name of ['old', 'tp', 'named']) find(`[data-row="${name}"]`).hidden = t[name] === 0n;
    find('[data-row="ls"]').classList.toggle('is-neg', t.ls < 0n);
    find('[data-words]').textContent = words;
    find('#f-grand_total-h').textContent = `At least ₹ ${grouped(t.min)}. Empty: ₹ ${grouped(t.proposed)}.`;
}

// What an earlier figure has become by later quantities.
function judgeOptions({ min, ls, old, items }) {
    if (ls < 0n) complain(field('grand_total'), `The grand total must be at least Rs. ${grouped(min)}; it is short by Rs. ${grouped(-ls)}.`);
    else if (!refused.has('grand_total')) complain(field('grand_total'), '');
    if (old > items) complain(field('old_material'), 'The old-material credit cannot exceed the value of the items.');
    else if (!refused.has('old_material')) complain(field('old_material'), '');
}

function reckon() {
    for (const line of lines()) find('.amt', line).textContent = grouped(amountOf(line));
    showTotals(reckoned());
    for (const line of lines()) showMeta(line);
    showCurrent();
}

// Complaints beside the fields -----------------------------------------------------------------

function placeOfComplaint(input) {
    return input.closest('[data-line]') ? find('.item', input.closest('tr')) : input.closest('.field');
}

function complain(input, message) {
    const place = placeOfComplaint(input);
    const id = `e-${input.name}`;
    for (const old of findAll('.field-error', place)) old.remove();
    place.classList.toggle('is-bad', message !== '' && place.classList.contains('field'));
    if (message === '') {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
        return;
    }
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
    place.append(Object.assign(document.createElement('span'), { className: 'field-error', id, textContent: message }));
}

const wrongFields = () => findAll('[name][aria-invalid="true"]', form);

// What is not saved yet ------------------------------------------------------------------------

const kDrafts = `estimate:${form.dataset.estimate}:`;
const kOwnDraft = kDrafts + crypto.randomUUID();
const unsent = new Map();   // field name -> value, until acknowledged
const refused = new Map();  // field name -> the value that the server did not take

function keepDraft(over = version) {
    try {
        if (unsent.size === 0) localStorage.removeItem(kOwnDraft);
        else localStorage.setItem(kOwnDraft, JSON.stringify({ version: over, values: Object.fromEntries(unsent) }));
    } catch {
        // Storage is full or switched off: beforeunload still warns.
    }
}

// A draft belongs to its tab as long as the tab lives: it holds a lock of the draft's name.
let letGo = () => {};
const holdDraft = () => navigator.locks?.request(kOwnDraft, () => new Promise((done) => (letGo = done)));

async function orphanedDrafts() {
    const held = new Set(((await navigator.locks?.query())?.held ?? []).map(({ name }) => name));
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(kDrafts) && key !== kOwnDraft && !held.has(key));
    return keys.map((key) => {
        const draft = JSON.parse(localStorage.getItem(key));
        localStorage.removeItem(key);
        return draft;
    });
}

function put(name, value) {
    const input = field(name);
    if (!input) return toast({ text: 'An item that you changed was removed elsewhere.' });
    input.value = value;
    unsent.set(name, value);
}

async function takeUpDrafts() {
    const drafts = await orphanedDrafts();
    if (drafts.length === 0) return;
    for (const { version: over, values } of drafts) {
        const differing = Object.entries(values).filter(([name, value]) => !field(name) || !saysTheSame(field(name).value, value));
        if (differing.length === 0) continue;
        if (over === version) for (const [name, value] of differing) put(name, value);
        else choose(Object.fromEntries(differing), Object.fromEntries(differing.map(([name]) => [name, field(name)?.value ?? null])), version, '');
    }
    keepDraft();
    reckon();
    flush();
}

const plain = (text) => {
    const figure = String(text).trim().replaceAll(',', '');
    if (!/^[\d.]+$/.test(figure)) return String(text).trim();
    return figure.includes('.') ? figure.replace(/\.?0*$/, '') : figure;
};
const saysTheSame = (a, b) => plain(a) === plain(b);

// Save state -----------------------------------------------------------------------------------

const state = find('[data-save-state]');

function say(text, isSaved = false) {
    find('[data-said]', state).textContent = text;
    find('[data-said]', state).hidden = false;
    find('[data-saving]', state).hidden = true;
    find('.icon', state).toggleAttribute('hidden', !isSaved);
}

function sayThatItSaves() {
    find('.icon', state).toggleAttribute('hidden', true);
    find('[data-said]', state).hidden = true;
    find('[data-saving]', state).hidden = false;
}

function sayHowItStands(savedAt) {
    const wrong = wrongFields().length;
    const wanted = wrong === 0 ? '' : wrong === 1 ? 'One field needs another entry' : `${wrong} fields need another entry`;
    if (unsent.size === 0 && savedAt) say(wanted ? `Saved at ${savedAt}. ${wanted}` : `Saved at ${savedAt}`, true);
    else if (wanted) say(wanted);
    else if (unsent.size > 0) sayThatItSaves();
}

// Talking to the server ------------------------------------------------------------------------

const kTypingPause = 700;
const kRetries = [2000, 4000, 8000, 15000, 30000];
const csrf = find('meta[name="csrf-token"]');


async function renewToken() {
    const answer = await fetch('/api/auth/me/', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return false;
    const { csrf_token: token } = await answer.json();
    csrf.content = token;
    for (const input of findAll('input[name="csrf_token"]')) input.value = token;
    return true;
}

async function post(step, fields, isLast = false) {
    const answer = await fetch(form.dataset.at + step, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, version }),
        headers: { Accept: 'application/json', 'X-CSRF-Token': csrf.content },
        keepalive: isLast,
    });
    const said = await answer.json().catch(() => ({}));
    return { status: answer.status, said };
}

/// The answer of the server, however long that takes: what cannot be sent now is sent again.
async function exchange(step, fields) {
    for (let tries = 0; ; ++tries) {
        let answer;
        try {
            answer = await post(step, fields);
        } catch {
            answer = { status: 0 };
        }
        const { status, said } = answer;
        if (status === 401) {
            await untilSignedIn();
        } else if (status === 403 && said.code === 'csrf') {
            if (!(await renewToken())) await untilSignedIn();
        } else if (status === 0 || status === 429 || status >= 500) {
            say('Not saved yet: no connection. What you typed is kept on this device.');
            await pause(kRetries[Math.min(tries, kRetries.length - 1)]);
            sayThatItSaves();
        } else {
            return answer;
        }
    }
}

let wake = () => {};
function pause(milliseconds) {
    return new Promise((done) => {
        wake = done;
        setTimeout(done, milliseconds);
    });
}

async function untilSignedIn() {
    say('Signed out. What you typed is kept on this device.');
    document.dispatchEvent(new CustomEvent('ssr:session-ended'));
    do await pause(5000);
    while (!(await renewToken().catch(() => false)));
    find('#session-ended')?.close();
    sayThatItSaves();
}

// Requests leave in the order in which they were asked for.
let queue = Promise.resolve();
const inTurn = (work) => (queue = queue.then(work, work));

function acknowledge(said, sent = {}) {
    version = said.version;
    for (const input of findAll('input[name="version"]')) input.value = version;
    for (const [name, value] of Object.entries(sent)) if (unsent.get(name) === value) unsent.delete(name);
    keepDraft();
    for (const [code, { rate, amount }] of Object.entries(said.lines)) {
        const line = lineOf(code);
        if (!line) continue;
        line.dataset.rate = rate;
        find('.rate', line).textContent = grouped(BigInt(rate));
        if (!unsent.has(`qty.${code}`)) find('.amt', line).textContent = grouped(BigInt(amount));
    }
    if (unsent.size > 0) {
        reckon();
    } else {
        const { words, ...paise } = said.totals;
        const totals = Object.fromEntries(Object.entries(paise).map(([name, value]) => [name, BigInt(value)]));
        showTotals(totals, words);
        judgeOptions(totals);
        lines().forEach(showMeta);
        showCurrent();
    }
    sayHowItStands(said.saved_at);
}

const sendable = () =>
    Object.fromEntries([...unsent].filter(([name, value]) => complaintAbout(name, value) === '' && refused.get(name) !== value));

let timer = 0;
function saveSoon() {
    clearTimeout(timer);
    timer = setTimeout(flush, kTypingPause);
}

function flush() {
    clearTimeout(timer);
    return inTurn(async () => {
        if (conflict.open) return;
        const sending = sendable();
        if (Object.keys(sending).length === 0) return sayHowItStands();
        sayThatItSaves();
        const { status, said } = await exchange('save/', sending);
        if (status === 200) acknowledge(said, sending);
        else if (said.code === 'stale') choose(sending, said.now.values, said.now.version, said.now.saved_at);
        else if (said.errors) takeRefusal(sending, said.errors);
        else say(`Not saved: ${said.title ?? 'the server did not take it'}. ${said.detail ?? ''}`);
    });
}

function takeRefusal(sent, errors) {
    for (const [name, message] of Object.entries(errors)) {
        const input = inputOf(name);
        if (!input) unsent.delete(name);
        else complain(input, message);
        if (name in sent) refused.set(name, sent[name]);
        else for (const each of Object.keys(sent)) refused.set(each, sent[each]);
    }
    keepDraft();
    if (Object.keys(sendable()).length > 0) saveSoon();
    sayHowItStands();
}

/// Something other than a field: add, remove, move. `then` is given what the server says.
function act(step, fields, then, otherwise = () => {}) {
    flush();
    return inTurn(async () => {
        if (conflict.open) return otherwise();
        sayThatItSaves();
        const { status, said } = await exchange(step, fields);
        if (status === 200) {
            version = said.version;
            then(said);
            return acknowledge(said);
        }
        otherwise();
        if (said.code === 'stale') return showTheNewer(said.now);
        say(`${said.title ?? 'Not done'}. ${said.detail ?? ''}`);
    });
}

// A newer version is there ---------------------------------------------------------------------

const conflict = find('#conflict');
let isLeaving = false;

function labelOf(name) {
    if (name.startsWith('qty.')) return `Quantity of ${lineOf(name.slice(4)) ? nameOf(lineOf(name.slice(4))) : name.slice(4)}`;
    return inputOf(name)?.closest('.field')?.querySelector('label.form-label, legend')?.firstChild.textContent.trim() ?? name;
}

function choose(mine, theirs, newest, savedAt) {
    for (const [name, value] of Object.entries(mine)) unsent.set(name, value);
    keepDraft();
    const rows = Object.entries(mine)
        .filter(([name, value]) => theirs[name] === null || !saysTheSame(value, theirs[name] ?? ''))
        .map(([name, value]) => {
            const row = document.createElement('tr');
            const there = theirs[name] === null ? 'removed' : theirs[name] || 'nothing';
            for (const [index, text] of [labelOf(name), value || 'nothing', there].entries())
                row.append(Object.assign(document.createElement('td'), { textContent: text, className: index ? 'n' : '' }));
            return row;
        });
    find('[data-conflict-rows]').replaceChildren(...rows);
    find('.table-wrap', conflict).hidden = rows.length === 0;
    find('[data-conflict-when]').textContent = `${savedAt ? `Somebody saved it at ${savedAt}. ` : ''}Nothing that you typed is lost: choose what shall stand.`;
    conflict.dataset.newest = newest;
    say('Not saved: changed elsewhere');
    if (!conflict.open) conflict.showModal();
}

// Nothing typed stands against it: it is shown, and what was asked for is asked for again.
function showTheNewer({ version: newest, saved_at: savedAt }) {
    choose({}, {}, newest, savedAt);
    find('[data-conflict-when]').textContent = `Somebody saved it at ${savedAt}. It is shown as it stands now; then do it again.`;
    find('[data-take="theirs"]').hidden = true;
    find('[data-take="mine"]').textContent = 'Show what is there now';
}

function decide(whose) {
    if (whose === 'theirs') unsent.clear();
    keepDraft(Number(conflict.dataset.newest));
    isLeaving = true;
    location.replace(form.dataset.at);
}

conflict.addEventListener('cancel', (event) => event.preventDefault());
conflict.addEventListener('click', (event) => {
    const button = event.target.closest('[data-take]');
    if (button) decide(button.dataset.take);
    else if (event.target === conflict) event.stopPropagation();  // a click beside it is no choice
});

// Lines ----------------------------------------------------------------------------------------

function renumber() {
    const all = lines();
    all.forEach((line, index) => (find('.sl', line).textContent = index + 1));
    for (const count of findAll('[data-count]')) count.textContent = all.length;
    const empty = find('[data-empty]');
    if (empty) empty.hidden = all.length > 0;
    table.hidden = all.length === 0;
}

function lineFrom(html) {
    const holder = document.createElement('template');
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
}

function insert(rows) {
    for (const { place, html } of rows) {
        const line = lineFrom(html);
        table.tBodies[0].insertBefore(line, lines()[place - 1] ?? null);
        addMeta(line);
        current = line;
    }
    renumber();
    tickSelected();
    reckon();
}

function addItem(box) {
    act('add/', { [box.name]: '1' }, ({ rows }) => insert(rows), () => (box.checked = false));
}

function removeItem(code) {
    const line = lineOf(code);
    if (!line) return;
    const name = nameOf(line);
    act('remove/', { code }, () => {
        const next = line.nextElementSibling ?? line.previousElementSibling;
        line.remove();
        unsent.delete(`qty.${code}`);
        if (current === line) current = next;
        renumber();
        tickSelected();
        reckon();
        toast({ text: `${name} was removed.`, action: 'Undo', onAction: bringBack });
    });
}

function bringBack() {
    act('bring-back/', {}, ({ rows }) => insert(rows));
}

function move(code, by) {
    const all = lines();
    const line = lineOf(code);
    const to = all.indexOf(line) + by;
    if (to < 0 || to >= all.length) return;
    act('move/', { code, place: to + 1 }, () => {
        const focused = line.contains(document.activeElement) ? document.activeElement : null;
        if (by < 0) all[to].before(line);
        else all[to].after(line);
        focused?.focus();
        renumber();
    });
}

const deeds = {
    item: () => {},  // a link
    up: (code) => move(code, -1),
    down: (code) => move(code, 1),
    remove: removeItem,
};

// The menu of a line: one for all of them, put where it was asked for.
let menu = null;
function closeMenu() {
    menu?.remove();
    menu = null;
}

function openMenu(link) {
    const wasHere = menu?.parentElement === link.parentElement;
    closeMenu();
    if (wasHere) return;
    const line = link.closest('[data-line]');
    menu = find('#line-menu').content.firstElementChild.cloneNode(true);
    find('[data-do="item"]', menu).href = link.href;
    find('[data-do="up"]', menu).disabled = !line.previousElementSibling;
    find('[data-do="down"]', menu).disabled = !line.nextElementSibling;
    link.after(menu);
    find('a', menu).focus();
}

function onLineClick(event) {
    const line = event.target.closest('[data-line]');
    if (line) current = line;
    const deed = event.target.closest('[data-do]');
    const opener = event.target.closest('.act > a');
    if (opener) {
        event.preventDefault();
        openMenu(opener);
    } else if (deed && line) {
        deeds[deed.dataset.do](line.dataset.line);
        closeMenu();
    }
    showCurrent();
}

function onLineKey(event) {
    const line = event.target.closest('[data-line]');
    if (!line || !event.target.classList.contains('cell')) return;
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    if (event.altKey) return event.key === 'Enter' || move(line.dataset.line, by);
    const all = lines();
    const next = all[all.indexOf(line) + by];
    if (!next) return;
    current = next;
    quantityIn(next).focus();
    quantityIn(next).select();
}

// Phones: one line at a time, the others as a list ---------------------------------------------

const rowEditor = find('[data-row-editor]');
const rowQuantity = find('#row-quantity');
let current = lines()[0] ?? null;

function addMeta(line) {
    line.append(Object.assign(document.createElement('td'), { className: 'meta-m only-m num' }));
    showMeta(line);
}

function showMeta(line) {
    const quantity = quantityIn(line).value.trim();
    const unit = find('.unit', line).textContent;
    const meta = find('.meta-m', line);
    if (meta) meta.textContent = quantity ? `${quantity} ${unit} × ${find('.rate', line).textContent}` : 'No quantity yet';
}

function showCurrent() {
    rowEditor.hidden = !current;
    for (const line of lines()) line.classList.toggle('is-current', line === current);
    if (!current) return;
    const put = (key, text) => (find(`[data-re="${key}"]`, rowEditor).textContent = text);
    const all = lines();
    put('head', `Line ${all.indexOf(current) + 1} of ${all.length}`);
    put('name', nameOf(current));
    put('label', `Quantity in ${find('.unit', current).textContent}`);
    put('rate', find('.rate', current).textContent);
    put('amount', find('.amt', current).textContent);
    const complaint = find('.item .field-error', current)?.textContent ?? '';
    put('error', complaint);
    find('[data-re="error"]', rowEditor).hidden = complaint === '';
    find('[data-re="field"]', rowEditor).classList.toggle('is-bad', complaint !== '');
    rowQuantity.setAttribute('aria-invalid', complaint !== '');
    rowQuantity.toggleAttribute('aria-describedby', complaint !== '');
    if (complaint) rowQuantity.setAttribute('aria-describedby', 'row-quantity-e');
    find('[data-re="item"]', rowEditor).href = find('.act > a', current).href;
    if (document.activeElement !== rowQuantity) rowQuantity.value = quantityIn(current).value;
}

function step(by) {
    const all = lines();
    if (all.length === 0) return;
    current = all[(all.indexOf(current) + by + all.length) % all.length];
    rowQuantity.value = quantityIn(current).value;
    showCurrent();
}

function startRowEditor() {
    table.classList.replace('table-cards', 'list-compact');
    lines().forEach(addMeta);
    rowQuantity.addEventListener('input', () => {
        quantityIn(current).value = rowQuantity.value;
        onTyped(quantityIn(current));
    });
    rowQuantity.addEventListener('change', () => onLeft(quantityIn(current)));
    rowQuantity.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onLeft(quantityIn(current));
        step(1);
        rowQuantity.select();
    });
    rowEditor.addEventListener('click', (event) => {
        const by = event.target.closest('[data-step]')?.dataset.step;
        if (by) step(Number(by));
        if (event.target.closest('[data-do="remove"]')) removeItem(current.dataset.line);
    });
}

// Parts of the page on a phone.
function startParts() {
    const panels = find('.panels');
    panels.classList.add('has-parts');
    for (const link of findAll('[data-part]'))
        link.addEventListener('click', (event) => {
            event.preventDefault();
            panels.dataset.parts = link.hash.slice(1);
            for (const each of findAll('[data-part]')) each.toggleAttribute('aria-current', false);
            link.setAttribute('aria-current', 'true');
        });
}

// The shelf: groups, and items to tick ---------------------------------------------------------

const kShelf = find('[data-shelf]').dataset.shelf;
let looking = new AbortController();
let shown = {};

function tickSelected() {
    const codes = new Set(lines().map((line) => line.dataset.line));
    for (const box of findAll('#pick input[type="checkbox"]')) {
        box.disabled = false;
        box.checked = codes.has(box.name.slice('item.'.length));
    }
}

async function look(what) {
    shown = what;
    looking.abort();
    looking = new AbortController();
    const pick = find('#pick');
    pick.setAttribute('aria-busy', 'true');
    try {
        const answer = await fetch(`${kShelf}?${new URLSearchParams(what)}`, { signal: looking.signal, headers: { 'HX-Request': 'true' } });
        if (answer.status === 401) document.dispatchEvent(new CustomEvent('ssr:session-ended'));
        if (!answer.ok) return;
        const fresh = document.createElement('template');
        fresh.innerHTML = await answer.text();
        for (const id of ['groups', 'items-h', 'items-count', 'pick'])
            document.getElementById(id).replaceChildren(...fresh.content.getElementById(id).childNodes);
        tickSelected();
        for (const place of findAll('[data-without-script]')) place.hidden = true;
    } catch {
        // A newer look took its place, or the network is away: what is shown stays.
    } finally {
        pick.removeAttribute('aria-busy');
    }
}

function startShelf() {
    const search = find('[data-find] input');
    let typing = 0;
    const lookForWords = () => {
        clearTimeout(typing);
        look(search.value.trim() ? { q: search.value.trim() } : {});
    };
    search.addEventListener('input', () => {
        clearTimeout(typing);
        typing = setTimeout(lookForWords, 250);
    });
    find('[data-find]').addEventListener('submit', (event) => {
        event.preventDefault();
        lookForWords();
    });
    document.addEventListener('click', (event) => {
        const link = event.target.closest('#groups a');
        if (!link || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        search.value = '';
        look({ group: new URL(link.href).searchParams.get('group') });
    });
    document.addEventListener('change', (event) => {
        const box = event.target.closest('#pick input[type="checkbox"]');
        if (!box) return;
        if (box.checked) addItem(box);
        else removeItem(box.name.slice('item.'.length));
    });
}

// Typing ---------------------------------------------------------------------------------------

function onTyped(input) {
    if (!input.name || input.type === 'hidden') return;
    unsent.set(input.name, input.value);
    refused.clear();
    keepDraft();
    if (complaintAbout(input.name, input.value) === '') complain(input, '');
    reckon();
    if (input.name === 'work_name') for (const text of findAll('[data-show="work_name"]')) text.textContent = input.value;
    sayHowItStands();
    saveSoon();
}

function onLeft(input) {
    if (!unsent.has(input.name)) return;
    complain(input, complaintAbout(input.name, input.value));
    showCurrent();
    flush();
}

function onChosen(input) {
    if (input.name !== 'work_type' && input.name !== 'area') return;
    const isRepair = field('work_type').value === 'repair';
    find('[data-only="repair"]').hidden = !isRepair;
    if (!isRepair) field('old_material').value = '';
    const place = field('area').value === 'municipal' ? 'municipal area' : 'outside municipal area';
    for (const text of findAll('[data-show="kind"]')) text.textContent = `${isRepair ? 'Repair' : 'Original'} work, ${place}`;
    flush().then(() => look(shown));
}

async function onDownload(event) {
    if (unsent.size === 0) return;
    event.preventDefault();
    await flush();
    const [wrong] = wrongFields();
    if (wrong) return wrong.focus();
    if (unsent.size === 0) location.assign(event.target.closest('a').href);
}

// Start ----------------------------------------------------------------------------------------

form.addEventListener('input', (event) => event.target !== rowQuantity && onTyped(event.target));
form.addEventListener('change', (event) => {
    if (event.target === rowQuantity) return;
    onLeft(event.target);
    onChosen(event.target);
});
form.addEventListener('submit', (event) => {
    event.preventDefault();
    flush();
});
form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input:not(.cell):not(#row-quantity)')) {
        event.preventDefault();
        onLeft(event.target);
    }
});
table.addEventListener('click', onLineClick);
table.addEventListener('keydown', onLineKey);
table.addEventListener('focusin', (event) => {
    const line = event.target.closest('[data-line]');
    if (line && line !== current) {
        current = line;
        showCurrent();
    }
});
document.addEventListener('click', (event) => menu && !menu.parentElement.contains(event.target) && closeMenu());
document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu) return;
    const opener = menu.previousElementSibling;
    closeMenu();
    opener.focus();
});
state.addEventListener('click', flush);
find('[data-download]')?.addEventListener('click', onDownload);
find('[data-removed]')?.addEventListener('submit', (event) => {
    event.preventDefault();
    event.target.remove();
    bringBack();
});
window.addEventListener('online', () => wake());
window.addEventListener('focus', () => wake());
document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
    else if (unsent.size > 0) flush();
});
window.addEventListener('pagehide', () => {
    if (unsent.size > 0 && !isLeaving) post('save/', sendable(), true).catch(() => {});
    letGo();
});
window.addEventListener('beforeunload', (event) => {
    if (unsent.size > 0 && !isLeaving) event.preventDefault();
});
window.addEventListener('pageshow', (event) => event.persisted && location.reload());

for (const place of findAll('[data-save], [data-without-script]')) place.hidden = true;
find('[data-only="repair"]').hidden = field('work_type').value !== 'repair';
holdDraft();
startRowEditor();
startParts();
startShelf();
renumber();
tickSelected();
showCurrent();
takeUpDrafts();
setTimeout(takeUpDrafts, kTypingPause * 2);  // a tab that has just gone may let go of its draft a moment later
