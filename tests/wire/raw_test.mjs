// Requests that no browser sends. nginx is the only parser, so what it passes on has one meaning; the rest is 400.
import assert from 'node:assert/strict';
import { check, runAll } from '../browser/check.mjs';
import { ask, raw, releaseOf, statusesIn } from './wire.mjs';

const kHost = 'Host: localhost\r\n';
const kSmuggled = 'GET /help/ HTTP/1.1\r\nHost: localhost\r\n\r\n';
const refused = {
  'a length and a chunked body': `POST /accounts/login/ HTTP/1.1\r\n${kHost}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${kSmuggled}`,
  'two lengths': `POST /accounts/login/ HTTP/1.1\r\n${kHost}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd${kSmuggled}`,
  'a blank before the colon': `POST /accounts/login/ HTTP/1.1\r\n${kHost}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${kSmuggled}`,
  'two hosts': `GET / HTTP/1.1\r\n${kHost}Host: evil.test\r\n\r\n`,
  'a bare carriage return in a header': `GET / HTTP/1.1\r\n${kHost}X-A: b\rX-C: d\r\n\r\n`,
  'a NUL in a header': `GET / HTTP/1.1\r\n${kHost}X-A: b\0c\r\n\r\n`,
  'a NUL in the path': `GET /a%00b HTTP/1.1\r\n${kHost}\r\n`,
  'half a percent sign': `GET /a%2 HTTP/1.1\r\n${kHost}\r\n`,
  'a length that is no number': `POST /accounts/login/ HTTP/1.1\r\n${kHost}Content-Length: -1\r\n\r\n`,
  'a path above the root': `GET /../../etc/passwd HTTP/1.1\r\n${kHost}\r\n`,
};
for (const [what, bytes] of Object.entries(refused)) {
  check(`${what} is refused, and what follows is not taken for a request`, async () => {
    const answer = await raw(bytes);
    assert.deepEqual(statusesIn(answer), [400], answer.slice(0, 200));
  });
}

const twice = {
  'two cookies': ['Cookie: __Host-sid=a', 'Cookie: __Host-sid=b'],
  'two content types': ['Content-Type: application/json', 'Content-Type: text/plain'],
  'two origins': ['Origin: https://localhost', 'Origin: https://evil.test'],
  'two CSRF tokens': ['X-CSRF-Token: a', 'X-CSRF-Token: b'],
};
for (const [what, headers] of Object.entries(twice)) {
  check(`${what} in one request are refused by the handler`, async () => {
    const one = await raw(`GET /pricing/ HTTP/1.1\r\n${kHost}${headers[0]}\r\nConnection: close\r\n\r\n`);
    assert.notDeepEqual(statusesIn(one), [400]);
    const two = await raw(`GET /pricing/ HTTP/1.1\r\n${kHost}${headers.join('\r\n')}\r\nConnection: close\r\n\r\n`);
    assert.deepEqual(statusesIn(two), [400]);
  });
}

check('headers beyond their limit are refused', async () => {
  const answer = await raw(`GET / HTTP/1.1\r\n${kHost}X-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
  assert.ok([400, 431].includes(statusesIn(answer)[0]), answer.slice(0, 100));
});

check('a client cannot speak for nginx', async () => {
  const spoof = { 'x-request-id': 'mine', 'x-real-ip': '10.0.0.1', 'x-forwarded-for': '10.0.0.1', 'remote-addr': '10.0.0.1', proxy: 'http://evil.test' };
  const answer = await ask('GET', '/pricing/', { headers: spoof });
  assert.match(answer.headers['x-request-id'], /^[0-9a-f]{32}$/);
});

check('a path is understood once: what is decoded decides where it goes', async () => {
  const same = ['/%68elp/', '/./help/', '/pricing/../help/', '/pricing/%2e%2e/help/', '//help/'];
  for (const target of same) assert.equal((await ask('GET', target)).headers['x-ver'], releaseOf('support'), target);
  for (const target of ['/Help/', '/help%5C', '/%2568elp/']) {
    assert.equal((await ask('GET', target)).headers['x-ver'], releaseOf('subscriptions'), target);
  }
});

await runAll('wire raw');
