// Postgres or Redis goes away, hangs or forgets; a client is slow. Every request is answered soon, by the right person's
// page or by a refusal, and all is well again as soon as the neighbour is.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from '../browser/check.mjs';
import { Client } from '../browser/http.mjs';
import { askHandler, requestOf, withHandler } from './fcgi.mjs';
import { ask, handlers, httpsPort, instance, root } from './wire.mjs';

const server = (name, action) => promisify(execFile)(path.join(root, 'infra/local', name), [action]);
const pidOf = (name) => Number(readFileSync(path.join(instance, 'run', `${name}.pid`), 'utf8').split('\n')[0]);
const socketOf = (handler) => path.join(instance, 'run', `${handler}.sock`);
const redis = (...words) => execFileSync('redis-cli', ['-s', path.join(instance, 'run/redis.sock'), '--user', 'operator', ...words],
  { encoding: 'utf8', env: { ...process.env, REDISCLI_AUTH: readFileSync(path.join(instance, 'secrets/redis_operator'), 'utf8') } }).trim();

/// The answer and how many milliseconds it took.
async function timed(asking) {
  const began = performance.now();
  const answer = await asking();
  return { ...answer, took: performance.now() - began };
}
/// What /status says to a load balancer.
async function status() {
  const answer = await ask('GET', '/status', { headers: { accept: 'application/json' } });
  return [answer.status, JSON.parse(answer.text)];
}
/// Asks until `accept` likes the answer, for at most `most` milliseconds.
async function until(asking, accept, most) {
  const began = performance.now();
  for (;;) {
    const answer = await asking();
    if (accept(answer)) return answer;
    assert.ok(performance.now() - began < most, `not well again after ${most} ms: ${answer.status}`);
    await wait(20);
  }
}
const ravi = new Client();
const sita = new Client();
await ravi.signIn('ravi@example.test');
await sita.signIn('sita@example.test');
const dashboard = (who) => who.get('/dashboard/', { headers: { accept: 'text/html' } });
const isOwn = (answer, name) => answer.status === 200 && answer.text.includes(name);

check('without Postgres every page says 503 soon, operators can tell life from readiness, and all heals at once', async () => {
  await server('postgres', 'stop');
  try {
    for (const asking of [() => ask('GET', '/pricing/', { headers: { accept: 'text/html' } }), () => dashboard(ravi), () => ravi.get('/api/auth/me/')]) {
      const answer = await timed(asking);
      assert.equal(answer.status, 503);
      assert.ok(answer.took < 3000, `${answer.took} ms`);
      assert.ok(Number(answer.headers['retry-after']) > 0);
      assert.doesNotMatch(answer.text, /postgres|SQLSTATE|08001/i);
    }
    assert.deepEqual(await status(), [503, { status: 'down', database: 'down', sessions: 'ok', background_work: 'unknown' }]);
    for (const handler of handlers) {
      assert.match(await askHandler(socketOf(handler), '/healthz'), /Status: 200/, handler);
      assert.match(await askHandler(socketOf(handler), '/readyz'), /Status: 503/, handler);
    }
  } finally { await server('postgres', 'start'); }
  await until(() => dashboard(ravi), (answer) => isOwn(answer, 'Ravi'), 10_000);
  for (const handler of handlers) assert.match(await askHandler(socketOf(handler), '/readyz'), /Status: 200/, handler);
  const most = execFileSync(path.join(root, 'infra/local/psql'), ['-X', '-At', '-c',
    "SELECT max(n) FROM (SELECT count(*) AS n FROM pg_stat_activity WHERE usename LIKE 'ssr\\_%' GROUP BY usename) each"], { encoding: 'utf8' });
  assert.ok(Number(most) <= 8, `one connection a worker: ${most}`);
});

check('a killed Redis gives nobody another\'s page, lets no code pass, and heals at once', async () => {
  const asked = await new Client().postJson('/api/auth/request-otp/', { identifier: 'sita@example.test' });
  process.kill(pidOf('redis'), 'SIGKILL');
  try {
    for (const who of [ravi, sita]) {
      const answer = await timed(() => dashboard(who));
      assert.ok(answer.status === 503 || isOwn(answer, who === ravi ? 'Ravi' : 'Sita'), String(answer.status));
      assert.ok(answer.took < 3000);
    }
    assert.equal((await ask('GET', '/pricing/')).status, 200, 'who is nobody needs no session');
    const [code, said] = await status();
    assert.deepEqual([code, said.status, said.database, said.sessions], [503, 'down', 'ok', 'down']);
    assert.match((await sita.get('/status', { headers: { accept: 'text/html' } })).text, /Sign-in and sessions/, 'to somebody signed in too');
    const guess = await new Client().postJson('/api/auth/verify-otp/', { challenge_id: asked.json.challenge_id, otp: '000000' });
    assert.ok(guess.status === 503 || guess.status === 401, String(guess.status));
  } finally { await server('redis', 'start'); }
  await until(() => dashboard(ravi), (answer) => isOwn(answer, 'Ravi'), 10_000);
  assert.ok(isOwn(await dashboard(sita), 'Sita'));
  assert.equal((await status())[1].sessions, 'ok');
});

check('an emptied Redis signs nobody out, and a lock stays locked', async () => {
  const guesser = new Client();
  const identifier = `98${Math.floor(10_000_000 + Math.random() * 89_999_999)}`;
  const { json } = await guesser.postJson('/api/auth/request-otp/', { identifier });
  const guess = () => guesser.postJson('/api/auth/verify-otp/', { challenge_id: json.challenge_id, otp: '000000' });
  let answer;
  for (let tries = 0; tries < 5; tries += 1) answer = await guess();
  assert.equal(answer.status, 429, answer.text);
  assert.equal(redis('FLUSHALL'), 'OK');
  assert.ok(isOwn(await dashboard(ravi), 'Ravi'));
  assert.ok(isOwn(await dashboard(sita), 'Sita'));
  const again = await guesser.postJson('/api/auth/request-otp/', { identifier });
  assert.equal(again.status, 429, again.text);
  assert.ok(Number(again.headers['retry-after']) > 60);
});

check('a Redis that hangs costs each request a fraction of a second, and heals', async () => {
  const pid = pidOf('redis');
  process.kill(pid, 'SIGSTOP');
  try {
    const answers = await Promise.all(Array.from({ length: 8 }, () => timed(() => dashboard(ravi))));
    for (const answer of answers) {
      assert.equal(answer.status, 503);
      assert.ok(answer.took < 1500, `${answer.took} ms`);
    }
    assert.equal((await ask('GET', '/pricing/')).status, 200);
  } finally { process.kill(pid, 'SIGCONT'); }
  await until(() => dashboard(ravi), (answer) => isOwn(answer, 'Ravi'), 10_000);
});

check('a worker that is told to stop answers the request in hand, however slowly it comes, and ends with 0', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ssr-drain-'));
  try {
    await withHandler(root, instance, 'auth', folder, async ({ socket, child }) => {
      assert.match(await askHandler(socket, '/healthz'), /Status: 200/);
      const sockets = () => readdirSync(`/proc/${child.pid}/fd`).map((fd) => {
        try { return readlinkSync(`/proc/${child.pid}/fd/${fd}`); } catch { return ''; }  // closed meanwhile
      }).filter((link) => link.startsWith('socket:'));
      const before = new Set(sockets());
      const bytes = requestOf('/accounts/login/');
      const line = net.connect(socket);
      const answered = new Promise((done) => {
        let got = '';
        line.on('data', (chunk) => { got += chunk.toString('latin1'); }).on('close', () => done(got));
      });
      await new Promise((done) => { line.write(bytes.subarray(0, 40), done); });
      try {
        // The worker has taken the connection when it holds a socket that it did not hold before.
        await until(async () => ({ status: sockets().some((one) => !before.has(one)) }), ({ status }) => status, 5000);
        child.kill('SIGTERM');
        line.write(bytes.subarray(40));
        assert.match(await answered, /Status: 200/);
      } finally { line.destroy(); }  // else the worker would wait for the rest for ever, and we for the worker
      assert.equal(await new Promise((done) => { child.on('close', done); }), 0);
    });
  } finally { rmSync(folder, { recursive: true }); }
});

check('many slow and idle clients leave the others their answers', async () => {
  const sockets = await Promise.all(Array.from({ length: 200 }, (_, at) => new Promise((done, fail) => {
    const socket = tls.connect({ host: '127.0.0.1', port: httpsPort, servername: 'localhost', rejectUnauthorized: false }, () => {
      if (at % 2) socket.write('POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nident');  // and no more
      done(socket);
    });
    socket.on('error', fail);
  })));
  try {
    const answer = await timed(() => ask('GET', '/accounts/login/'));
    assert.equal(answer.status, 200);
    assert.ok(answer.took < 1000, `${answer.took} ms`);
  } finally { for (const socket of sockets) socket.removeAllListeners('error').on('error', () => {}).destroy(); }
});

await runAll('wire neighbours');
