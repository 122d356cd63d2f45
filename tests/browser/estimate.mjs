// The heart of the product: the worked example E1 made by hand, at a desk and on a phone, and nothing typed ever lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check, runAll } from './check.mjs';
import { assertAccessible, launch, open, sizes } from './browser.mjs';
import { Client, site } from './http.mjs';

const browser = await launch();
const e1 = [
  ['Light & Bell Points : Residential Building', 'bell residential', '42'],
  ['Power Plug Two Nos', 'power plug two', '6'],
  ['Ceiling Fans', 'ceiling fans', '12'],
  ['15W LED Slimline Panel Light', '15w slimline', '36'],
  ['Run of 3 of 2.5 Sq.mm Copper Cable', 'run of 3 of 2.5', '265.5'],
  ['Surface PVC Pipe', 'surface pvc', '180.25'],
];
const totals = { items: '1,73,827.25', old: '−3,500.00', ecv: '1,70,327.25', lc: '1,703.27', qc: '1,703.27', nac: '170.33',
  sub: '1,73,904.12', gst: '31,302.74', ls: '4,793.14', grand: '2,10,000.00' };
let works = 0;
const freshName = () => `Repairs to Block ${++works}, ${process.pid}-${Date.now()}`;

/// A page in which Ravi is signed in.
async function ravisPage(size, options) {
  const ravi = new Client();
  await ravi.signIn('ravi@example.test');
  const page = await open(browser, size, options);
  await page.context().addCookies([...ravi.cookies].map(([name, value]) => ({ name, value, url: site })));
  return page;
}

async function openEstimate(page, name = freshName()) {
  await page.goto(`${site}/estimate/`);
  await page.getByLabel('Name of work').fill(name);
  await page.getByRole('radio', { name: /^Repair/ }).check();
  await page.getByRole('radio', { name: /^Municipal/ }).check();
  await page.getByRole('button', { name: 'Open estimate' }).click();
  await page.waitForURL(/\/estimate\/[0-9a-f-]{36}\/$/);
}

const saved = (page) => page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
const quantity = (page, name) => page.locator(`[aria-label^="Quantity of ${name} "]`);
const part = async (page, size, name) => { if (size === 'phone') await page.getByRole('link', { name }).click(); };

async function addItem(page, name, words) {
  await page.getByPlaceholder('Find in all groups').fill(words);
  await page.locator('#pick').getByText(name.replace(/^.* : /, ''), { exact: false }).first().click();
  await quantity(page, name).waitFor({ state: 'attached' });
}

async function makeE1(page, size) {
  await part(page, size, 'Add items');
  for (const [name, words] of e1) await addItem(page, name, words);
  await part(page, size, /^Lines/);
  if (size === 'phone') {
    await page.getByText(e1[0][0]).last().click();
    for (const [, , text] of e1) {
      await page.locator('#row-quantity').fill(text);
      await page.locator('#row-quantity').press('Enter');
    }
  } else {
    await quantity(page, e1[0][0]).focus();
    for (const [, , text] of e1) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
  }
  await part(page, size, 'Totals');
  await page.getByLabel('Less cost of old material').fill('3500');
  await page.getByLabel('Grand total to be sanctioned').fill('2,10,000');
  await page.getByLabel('Grand total to be sanctioned').blur();
  await saved(page);
}

async function assertE1(page) {
  for (const [name, figure] of Object.entries(totals))
    assert.equal(await page.locator(`.totals [data-t="${name}"]`).textContent(), figure, name);
  assert.equal(await page.locator('[data-words]').textContent(), 'Rupees Two Lakh Ten Thousand Only');
  for (const [name, , text] of e1) assert.equal(await quantity(page, name).inputValue(), text, name);
}

for (const size of Object.keys(sizes)) {
  check(`the worked example is made by hand, saved as it is typed, and downloaded (${size})`, async () => {
    const page = await ravisPage(size);
    await openEstimate(page);
    await makeE1(page, size);
    await assertE1(page);
    await assertAccessible(page);
    await page.reload();
    await assertE1(page);
    for (const name of ['Add items', 'Totals', /^Lines/]) {
      await part(page, size, name);
      await assertAccessible(page);
    }
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download Excel' }).click()]);
    assert.match(download.suggestedFilename(), /^Estimate_Repairs to Block .*\.xlsx$/);
    assert.equal(readFileSync(await download.path()).subarray(0, 2).toString(), 'PK');
    page.assertClean();
    await page.context().close();
  });

  check(`works, the start page and the page of an item are accessible and quiet (${size})`, async () => {
    const page = await ravisPage(size);
    await openEstimate(page);
    await part(page, size, 'Add items');
    await addItem(page, ...e1[0]);
    const editor = page.url();
    await saved(page);
    for (const address of [`${editor}item/?code=ELE-003`, `${site}/works/`, `${site}/works/?q=no+such+work`, `${site}/estimate/`]) {
      await page.goto(address);
      await assertAccessible(page);
    }
    page.assertClean();
    await page.context().close();
  });
}

check('a quantity that is none is told beside its row, and the others are saved', async () => {
  const page = await ravisPage('desk');
  await openEstimate(page);
  await addItem(page, ...e1[1]);
  await addItem(page, ...e1[2]);
  await quantity(page, e1[1][0]).fill('6.5555');
  await quantity(page, e1[2][0]).fill('12');
  await quantity(page, e1[2][0]).press('ArrowUp');
  await page.locator('[data-lines]').getByText('Enter a quantity between 0.001 and 9,99,99,999 with at most 3 decimals.').waitFor();
  await page.getByText('One field needs another entry').waitFor();
  await assertAccessible(page);
  page.on('dialog', (dialog) => dialog.accept());
  await quantity(page, e1[1][0]).fill('6');
  await quantity(page, e1[1][0]).blur();
  await saved(page);
  assert.equal(await page.locator('.totals [data-t="items"]').textContent(), '53,796.00');
  page.assertClean();
  await page.context().close();
});

check('an item that was removed comes back where it was, and lines change places', async () => {
  const page = await ravisPage('desk');
  await openEstimate(page);
  for (const item of e1.slice(0, 3)) await addItem(page, ...item);
  await quantity(page, e1[1][0]).fill('6');
  await page.getByRole('link', { name: `More for ${e1[1][0]}` }).click();
  await page.getByRole('button', { name: 'Remove' }).filter({ visible: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await quantity(page, e1[1][0]).waitFor();
  const names = () => page.locator('[data-lines] .item > span:first-child').allTextContents();
  assert.deepEqual(await names(), e1.slice(0, 3).map(([name]) => name));
  assert.equal(await quantity(page, e1[1][0]).inputValue(), '6');
  await page.getByRole('link', { name: `More for ${e1[2][0]}` }).click();
  await page.getByRole('button', { name: 'Move up' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-lines] .item')[1].textContent.startsWith('Ceiling'));
  await saved(page);
  await page.reload();
  assert.deepEqual(await names(), [e1[0][0], e1[2][0], e1[1][0]]);
  page.assertClean();
  await page.context().close();
});

check('of two tabs the second to save is shown the newer version and chooses', async () => {
  const first = await ravisPage('desk');
  await openEstimate(first);
  await addItem(first, ...e1[2]);
  await saved(first);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await quantity(second, 'Ceiling Fans').fill('15');
  await quantity(second, 'Ceiling Fans').blur();
  await saved(second);
  first.expectedStatus = /409/;
  await quantity(first, 'Ceiling Fans').fill('12');
  await quantity(first, 'Ceiling Fans').blur();
  const dialog = first.getByRole('dialog', { name: 'This estimate was changed elsewhere' });
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Quantity of Ceiling Fans\s+12\s+15/);
  await assertAccessible(first);
  await dialog.getByRole('button', { name: 'Save what I typed' }).click();
  await first.waitForLoadState();
  await saved(first);
  await first.reload();
  assert.equal(await quantity(first, 'Ceiling Fans').inputValue(), '12');

  second.on('dialog', (question) => question.accept());
  await quantity(second, 'Ceiling Fans').fill('99');
  await quantity(second, 'Ceiling Fans').blur();
  await second.getByRole('button', { name: 'Take what is there now' }).click();
  await second.waitForFunction(() => document.querySelector('.cell').value === '12');
  first.assertClean();
  await first.context().close();
});

check('a tab that is killed while typing loses nothing', async () => {
  const page = await ravisPage('desk');
  await openEstimate(page);
  await addItem(page, ...e1[2]);
  await saved(page);
  const context = page.context();
  await context.route('**/save/', (route) => route.abort());  // nothing reaches the server before the end
  await quantity(page, 'Ceiling Fans').fill('12');
  const address = page.url();
  page.assertClean();
  await page.close();
  await context.unroute('**/save/');
  const again = await context.newPage();
  await again.goto(address);
  await again.waitForFunction(() => document.querySelector('.cell').value === '12');
  await saved(again);
  await again.reload();
  assert.equal(await quantity(again, 'Ceiling Fans').inputValue(), '12');
  await context.close();
});

check('what is typed without a network is saved when it is back', async () => {
  const page = await ravisPage('desk');
  page.expectedStatus = /ERR_INTERNET_DISCONNECTED/;
  await openEstimate(page);
  await addItem(page, ...e1[2]);
  await saved(page);
  await page.context().setOffline(true);
  await quantity(page, 'Ceiling Fans').fill('12');
  await page.getByText(/^Not saved yet: no connection/).waitFor();
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  assert.equal(await quantity(page, 'Ceiling Fans').inputValue(), '12');
  page.assertClean();
  await page.context().close();
});

check('a session that ends while typing is begun anew in another tab, and the save goes on', async () => {
  const page = await ravisPage('desk');
  page.expectedStatus = /401/;
  await openEstimate(page);
  await addItem(page, ...e1[2]);
  await saved(page);
  const context = page.context();
  await context.clearCookies();
  await quantity(page, 'Ceiling Fans').fill('12');
  await page.getByRole('dialog', { name: 'You are signed out' }).waitFor();
  const ravi = new Client();
  await ravi.signIn('ravi@example.test');
  await context.addCookies([...ravi.cookies].map(([name, value]) => ({ name, value, url: site })));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await saved(page);
  await page.reload();
  assert.equal(await quantity(page, 'Ceiling Fans').inputValue(), '12');
  page.assertClean();
  await context.close();
});

check('everything works without script', async () => {
  for (const size of Object.keys(sizes)) {
    const page = await ravisPage(size, { javaScriptEnabled: false });
    await openEstimate(page);
    await page.getByRole('searchbox', { name: 'Find an item in all groups' }).fill('ceiling');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: /^Ceiling Fans/ }).check();
    await page.getByRole('button', { name: 'Add ticked items' }).click();
    await quantity(page, 'Ceiling Fans').fill('x');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    assert.match(await page.title(), /^Error:/);
    assert.equal(await quantity(page, 'Ceiling Fans').inputValue(), 'x');
    await quantity(page, 'Ceiling Fans').fill('12');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    assert.equal(await page.locator('.totals [data-t="items"]').textContent(), '43,644.00');
    await page.getByRole('link', { name: 'More for Ceiling Fans' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await quantity(page, 'Ceiling Fans').inputValue(), '12');
    await page.context().close();
  }
});

await runAll('browser estimate', { afterAll: () => browser.close() });
