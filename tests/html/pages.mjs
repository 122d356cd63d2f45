// Looks at the pages that html_pages rendered, in Chromium under the site's policy: valid HTML, nothing serious by
// axe-core in either theme at 1280 and 360 pixels, no sideways scroll, no violation, no console error, and a first
// load of at most 100 kB. With SSR_SHOTS=folder it leaves a picture of each there.
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';
import { check, runAll } from '../browser/check.mjs';

const build = path.resolve(process.env.SSR_BUILD ?? path.join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../build'));
const pages = path.join(build, 'tests/html');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const kPolicy = "default-src 'none'; script-src 'nonce-nonce'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const kTypes = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const kSizes = [[1280, 800], [360, 740]];
const kFirstLoad = 100 * 1024;

const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = pathname.startsWith('/static/') ? path.join(build, pathname) : path.join(pages, pathname);
    if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
    const zipped = existsSync(`${file}.gz`);
    response.setHeader('Content-Type', kTypes[path.extname(file)] ?? 'text/plain');
    response.setHeader('Content-Security-Policy', kPolicy);
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    createReadStream(zipped ? `${file}.gz` : file).pipe(response);
});
await new Promise((started) => server.listen(0, '127.0.0.1', started));
const site = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
    executablePath: process.env.SSR_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
});

async function open(address, [width, height], theme) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
    const page = await context.newPage();
    const faults = [];
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
    await page.goto(`${site}/${address}`);
    await page.evaluate(() => document.fonts.ready);
    return { page, faults };
}

async function seriousFaults(page) {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`);
}

const names = readdirSync(pages).filter((name) => name.endsWith('.html'));
assert.ok(names.length > 0, `no pages in ${pages}: run html_pages first`);
const errorPages = readdirSync(path.join(build, 'static/errors')).map((name) => `static/errors/${name}`);

check('every page is valid HTML', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader({
        root: true,
        extends: ['html-validate:standard', 'html-validate:document'],
        rules: {
            'long-title': 'off',
            'no-trailing-whitespace': 'off',
            'require-sri': 'off',                // our own files, named by their hash
            'prefer-native-element': 'off',      // links that open a dialog where scripts run
            'no-implicit-button-type': 'off',    // a button of a form submits it
            'no-redundant-role': 'off',
            'attribute-boolean-style': 'off',
        },
    }));
    const faults = [];
    for (const file of [...names.map((name) => path.join(pages, name)), ...errorPages.map((name) => path.join(build, name))]) {
        const { results } = await validator.validateFile(file);
        for (const { messages } of results)
            for (const { line, ruleId, message } of messages) faults.push(`${path.basename(file)}:${line} ${ruleId}: ${message}`);
    }
    assert.deepEqual(faults, []);
});

for (const name of names) {
    for (const size of kSizes) {
        for (const theme of ['light', 'dark']) {
            check(`${name} at ${size[0]} px in ${theme} is accessible, quiet and does not scroll sideways`, async () => {
                const { page, faults } = await open(name, size, theme);
                if (process.env.SSR_SHOTS)
                    await page.screenshot({ path: `${process.env.SSR_SHOTS}/${path.parse(name).name}-${size[0]}-${theme}.png`, fullPage: true });
                const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
                assert.ok(over <= 0, `scrolls sideways by ${over} px`);
                assert.deepEqual(await seriousFaults(page), []);
                assert.deepEqual(faults, []);
                await page.context().close();
            });
        }
    }
}

check('the first load of a page with every piece is at most 100 kB', async () => {
    const { page } = await open('components.html', kSizes[0], 'light');
    const bytes = await page.evaluate(() => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
        .filter(({ name }) => !name.endsWith('.html'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
    console.log(`        ${bytes} bytes without the page itself`);
    assert.ok(bytes <= kFirstLoad, `${bytes} bytes`);
});

check('the drawer of a phone shows the places of the side bar, and Escape closes it', async () => {
    const { page } = await open('components.html', kSizes[1], 'light');
    await page.click('.tabbar [data-open="drawer"]');
    assert.ok(await page.isVisible('#drawer >> text=My subscription'));
    if (process.env.SSR_SHOTS) await page.screenshot({ path: `${process.env.SSR_SHOTS}/drawer-360.png` });
    assert.deepEqual(await seriousFaults(page), []);
    await page.keyboard.press('Escape');
    assert.ok(!(await page.isVisible('#drawer')));
});

check('Ctrl K opens the search, which finds places as they are typed', async () => {
    const { page } = await open('components.html', kSizes[0], 'light');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('pay');
    assert.deepEqual(await page.locator('#search-places a:visible').allInnerTexts(), ['Payments']);
    assert.deepEqual(await seriousFaults(page), []);
});

check('the chosen theme is kept over pages', async () => {
    const { page } = await open('components.html', kSizes[0], 'light');
    await page.click('[data-theme-toggle]');
    await page.reload();
    assert.equal(await page.getAttribute('html', 'data-bs-theme'), 'dark');
});

check('a code pasted with blanks fills the one field, digits only', async () => {
    const { page } = await open('components.html', kSizes[0], 'light');
    await page.locator('#f-otp-light').fill('12a3 45 6789');
    assert.equal(await page.inputValue('#f-otp-light'), '123456');
});

check('a dialog names the loss, closes on its button, and nothing is posted', async () => {
    const { page, faults } = await open('components.html', kSizes[0], 'light');
    await page.click('[data-open="refund-light"]');
    assert.ok(await page.isVisible('#refund-light'));
    assert.deepEqual(await seriousFaults(page), []);
    if (process.env.SSR_SHOTS) await page.screenshot({ path: `${process.env.SSR_SHOTS}/modal-1280.png` });
    await page.click('#refund-light >> text=Keep payment');
    assert.ok(!(await page.isVisible('#refund-light')));
    assert.deepEqual(faults, []);
});

check('the error pages of nginx look right under its own policy, without scripts', async () => {
    for (const name of errorPages) {
        const { page, faults } = await open(name, kSizes[1], 'dark');
        if (process.env.SSR_SHOTS && name.endsWith('502.html')) await page.screenshot({ path: `${process.env.SSR_SHOTS}/502-360-dark.png` });
        assert.deepEqual(await seriousFaults(page), []);
        assert.deepEqual(faults, []);
        await page.context().close();
    }
});

await runAll('html', { afterAll: async () => { await browser.close(); server.close(); } });
