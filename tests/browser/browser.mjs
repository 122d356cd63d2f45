// Debian's Chromium, watched: a CSP violation, an error on the console or a request to another host is a fault.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { gateway, site } from './http.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

export const launch = () => chromium.launch({
  executablePath: process.env.SSR_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

export async function open(browser, size, options = {}) {
  const context = await browser.newContext({
    viewport: sizes[size], ignoreHTTPSErrors: true, acceptDownloads: true, hasTouch: size === 'phone',
    reducedMotion: 'reduce', ...options });  // a colour on its way to another is no fault
  const page = await context.newPage();
  const faults = [];
  const ours = [new URL(site).host, new URL(gateway).host];
  page.on('console', (line) => {
    if (line.type() === 'error' && !page.expectedStatus?.test(line.text())) faults.push(`console: ${line.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error}`));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !ours.includes(host)) faults.push(`request to ${host}`);
  });
  await page.exposeFunction('reportViolation', (text) => faults.push(`CSP: ${text}`));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation',
    (event) => window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)));
  page.assertClean = () => assert.deepEqual(faults.splice(0), []);
  return page;
}

/// Nothing serious or critical by axe-core, and no sideways scroll.
export async function assertAccessible(page) {
  // evaluate() runs outside the page's policy, as a devtool does.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`), [], page.url());
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${page.url()} scrolls sideways by ${over} px`);
}
