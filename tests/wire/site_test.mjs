// The outside of the site, as nginx shows it: who is answered, with which headers, and where a request goes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { check, runAll } from '../browser/check.mjs';
import { ask, countOf, handlers, httpsPort, instance, raw, releaseOf, root, statusesIn } from './wire.mjs';

const kPolicies = ['strict-transport-security', 'x-content-type-options', 'content-security-policy', 'referrer-policy', 'x-request-id'];
const asset = readdirSync(path.join(instance, 'static')).find((name) => name.endsWith('.css'));

check('plain HTTP leads to the same address over HTTPS and keeps the method', async () => {
  for (const method of ['GET', 'POST']) {
    const answer = await ask(method, '/pricing/?a=1&b=%2F', { plain: true });
    assert.equal(answer.status, 308);
    assert.equal(answer.headers.location, `https://localhost:${httpsPort}/pricing/?a=1&b=%2F`);
  }
});

check('an unknown host is misdirected, on both ports, and the known ones are not', async () => {
  for (const host of ['evil.test', 'localhost.evil.test', 'evil.test:443']) {
    for (const plain of [false, true]) assert.equal((await ask('GET', '/', { plain, headers: { host } })).status, 421, host);
  }
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    assert.equal((await ask('GET', `/static/${asset}`, { headers: { host: `${host}:${httpsPort}` } })).status, 200, host);
  }
  assert.deepEqual(statusesIn(await raw('GET / HTTP/1.0\r\n\r\n')), [421]);
  assert.deepEqual(statusesIn(await raw('GET https://evil.test/ HTTP/1.1\r\nHost: localhost\r\n\r\n')), [421]);
});

check('every answer carries each security header once, whoever made it', async () => {
  const answers = [
    await ask('GET', '/'), await ask('GET', '/no-such-page/'), await ask('GET', '/healthz'), await ask('PUT', '/'),
    await ask('GET', '/', { headers: { host: 'evil.test' } }), await ask('GET', '/', { plain: true }),
    await ask('GET', `/static/${asset}`), await ask('GET', '/static/none.css'), await ask('GET', '/api/auth/me/'),
    await ask('POST', '/accounts/login/', { body: 'x'.repeat(70_000) }), await ask('GET', '/robots.txt'), await ask('GET', '/accounts'),
    await ask('GET', `/${'x'.repeat(9000)}`), await ask('GET', '/%00'),
  ];
  for (const answer of answers) {
    for (const name of kPolicies) assert.equal(countOf(answer, name), 1, `${name} of a ${answer.status}`);
    assert.match(answer.headers['strict-transport-security'], /^max-age=63072000; includeSubDomains$/);
    assert.match(answer.headers['content-security-policy'], /frame-ancestors 'none'/);
    assert.equal(answer.headers['x-powered-by'], undefined);
    assert.equal(answer.headers.server ?? 'nginx', 'nginx');
  }
});

check('each location leads to its handler', async () => {
  const owners = {
    auth: ['/accounts/login/', '/accounts/sessions/', '/profile/', '/settings/', '/api/auth/me/'],
    subscriptions: ['/', '/pricing/', '/dashboard/', '/modules/estimate/', '/subscriptions/', '/my-subscription/', '/payments/', '/no-such-page/', '/api/none/'],
    webhooks: ['/webhooks/razorpay/'],
    admin: ['/admin-panel/', '/admin-panel/users/', '/admin-panel/ticketsx/'],
    datasets: ['/admin-panel/datasets/', '/admin-panel/datasets/jobs/x/'],
    support: ['/help/', '/support/tickets/', '/terms/', '/privacy/', '/status', '/admin-panel/tickets/', '/admin-panel/announcements/', '/admin-panel/help/'],
    estimate: ['/estimate/', '/datas/', '/works/'],
    workslip: ['/workslip/'], bill: ['/bill/'], self_formatted: ['/self-formatted/'], dev: ['/_dev/outbox/'],
  };
  assert.deepEqual(Object.keys(owners).sort(), [...handlers].sort());
  for (const [handler, paths] of Object.entries(owners)) {
    for (const target of paths) assert.equal((await ask('GET', target)).headers['x-ver'], releaseOf(handler), `${target} → ${handler}`);
  }
  assert.equal((await ask('GET', '/accounts//login/../../help/')).headers['x-ver'], releaseOf('support'));
});

check('what handlers tell their operators does not exist from outside', async () => {
  for (const target of ['/healthz', '/readyz', '/metrics', '/%68ealthz', '//metrics', '/_errors/404.html', '/.git/config', '/static/', '/static/manifest',
    '/static/../secrets/tls.key', '/static/..%2fsecrets/tls.key']) {
    const answer = await ask('GET', target);
    assert.ok([403, 404].includes(answer.status), `${target}: ${answer.status}`);
    assert.doesNotMatch(answer.text, /PRIVATE KEY|ssr_requests/);
  }
});

check('a handler tells its operators how often it answered what, whichever worker they ask', async () => {
  const told = (...words) => execFileSync(path.join(root, 'infra/bin/ssr'), ['metrics', ...words], { encoding: 'utf8' });
  const count = () => Number(/^ssr_requests_total\{handler="auth",method="GET",route="\/accounts\/login\/",code="200"\} (\d+)$/m.exec(told('auth'))?.[1] ?? 0);
  const before = count();
  for (let asked = 0; asked < 7; asked += 1) assert.equal((await ask('GET', '/accounts/login/')).status, 200);
  assert.equal(count(), before + 7);
  const all = told();
  for (const handler of handlers) assert.match(all, new RegExp(`^ssr_build_info\\{handler="${handler}",version="${releaseOf(handler)}"\\} 1$`, 'm'));
  assert.match(all, /^ssr_jobs_dead 0$/m);
  assert.equal(all.match(/^# TYPE ssr_requests_total /gm).length, 1, 'a family is described once');
});

check('a page gets an error page, a program a problem document', async () => {
  const page = await ask('GET', '/metrics', { headers: { accept: 'text/html,application/xhtml+xml' } });
  assert.match(page.headers['content-type'], /^text\/html/);
  assert.match(page.text, /<h1/);
  for (const [target, accept] of [['/metrics', 'application/json'], ['/metrics', 'application/problem+json'], ['/api/auth/me/', '*/*']]) {
    const answer = await ask('PUT', target, { headers: { accept } });
    assert.match(answer.headers['content-type'], /^application\/problem\+json/);
    assert.equal(JSON.parse(answer.text).status, 405);
    assert.equal(answer.headers['cache-control'], 'no-store');
  }
});

check('only GET, HEAD and POST are spoken', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const answer = await ask(method, '/pricing/');
    assert.equal(answer.status, 405, method);
  }
  assert.equal((await ask('DELETE', '/pricing/')).headers.allow, 'GET, HEAD, POST');
  assert.equal((await ask('HEAD', `/static/${asset}`)).status, 200);
});

check('a body is refused where it is larger than the location takes', async () => {
  const kib = 1024;
  const limits = [['/accounts/login/', 64 * kib], ['/webhooks/razorpay/', 1024 * kib], ['/self-formatted/', 11 * 1024 * kib],
    ['/support/tickets/', 6 * 1024 * kib], ['/admin-panel/datasets/x/upload/', 128 * 1024 * kib], ['/subscriptions/checkout/', 64 * kib]];
  for (const [target, limit] of limits) {
    const head = (length) => `POST ${target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
    assert.deepEqual(statusesIn(await raw(head(limit + 1))), [413], `${target} with ${limit + 1}`);
    assert.deepEqual(statusesIn(await raw(head(limit))), [], `${target} with ${limit} waits for the body`);
  }
});

check('static files are kept for ever by their hashed names, and compressed', async () => {
  const answer = await ask('GET', `/static/${asset}`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(answer.headers['content-encoding'], 'gzip');
  assert.equal(answer.headers.vary, 'Accept-Encoding');
  assert.equal((await ask('GET', `/static/${asset}`)).headers['content-encoding'], undefined);
  const missing = await ask('GET', '/static/theme.00000000.css');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers['cache-control'], 'no-store');
});

check('TLS 1.2 and 1.3 are spoken, 1.1 is not', async () => {
  for (const version of ['TLSv1.2', 'TLSv1.3']) {
    assert.deepEqual(statusesIn(await raw('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', { minVersion: version, maxVersion: version })), [404]);
  }
  await assert.rejects(raw('GET / HTTP/1.1\r\n\r\n', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }));
});

check('past its rate a client is told when to come back, and others are not counted', async () => {
  const nginx = path.join(root, 'infra/local/nginx');
  const limited = { ...process.env, SSR_LIMIT_LOGIN: '1r/m', SSR_LIMIT_BURST: '3' };
  const reload = (env) => { execFileSync(nginx, ['configure'], { env }); execFileSync(nginx, ['reload'], { env }); };
  const guess = () => ask('POST', '/api/auth/verify-otp/', { body: '{}', headers: { 'content-type': 'application/json' } });
  reload(limited);
  try {
    let answer;
    for (let guesses = 0; guesses < 5; guesses += 1) answer = await guess();  // the first, three at once, and one too many
    assert.equal(answer.status, 429);
    assert.equal(answer.headers['retry-after'], '10');
    assert.equal(JSON.parse(answer.text).code, 'too_many_requests');
    assert.notEqual((await ask('GET', '/accounts/verify-otp/')).status, 429);
    const page = await ask('POST', '/accounts/verify-otp/', { body: 'otp=1', headers: { accept: 'text/html' } });
    assert.equal(page.status, 429);
    assert.match(page.text, /<h1/);
  } finally {
    reload(process.env);
    assert.notEqual((await guess()).status, 429);
  }
});

check('the gateway has a rate of its own: the people\'s does not stop it, and its own does', async () => {
  const nginx = path.join(root, 'infra/local/nginx');
  const reload = (env) => { execFileSync(nginx, ['configure'], { env }); execFileSync(nginx, ['reload'], { env }); };
  const look = async () => (await ask('GET', '/pricing/')).status;
  const tell = async () => (await ask('POST', '/webhooks/razorpay/', { body: '{}' })).status;
  const soon = async (act, status) => { for (let tries = 0; tries < 400; tries += 1) if (await act() === status) return true; return false; };
  try {
    reload({ ...process.env, SSR_LIMIT_ALL: '1r/m', SSR_LIMIT_BURST: '3' });
    assert.ok(await soon(look, 429));
    for (let times = 0; times < 30; times += 1) assert.equal(await tell(), 400, 'unsigned, but heard');
    reload({ ...process.env, SSR_LIMIT_WEBHOOK: '1r/m', SSR_LIMIT_WEBHOOK_BURST: '3' });
    assert.ok(await soon(tell, 429));
    assert.ok(await soon(look, 200));
  } finally {
    reload(process.env);
    await soon(look, 200);
    await soon(tell, 400);
  }
});

await runAll('wire site');
