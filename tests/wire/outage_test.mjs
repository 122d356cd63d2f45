// A handler that is down takes nobody along; a deploy, a rollback and a killed worker lose no request.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, runAll } from '../browser/check.mjs';
import { askHandler, withHandler } from './fcgi.mjs';
import { ask, instance, place, releaseOf, root } from './wire.mjs';

process.env.SSR_CANARY_SECONDS = '1';

/// Requests from eight clients at a time while `change` runs; gives every answer's status and release.
async function during(method, target, change) {
  const seen = [];
  let on = true;
  const client = async () => {
    while (on) {
      const answer = await ask(method, target, { body: method === 'POST' ? 'a=b' : undefined }).catch((error) => ({ status: String(error), headers: {} }));
      seen.push([answer.status, answer.headers['x-ver']]);
    }
  };
  const clients = Array.from({ length: 8 }, client);
  await wait(100);
  try { await change(); } finally { on = false; await Promise.all(clients); }
  return seen;
}
const workersOf = (handler) => readdirSync(path.join(instance, 'slots', handler)).filter((name) => /^\d$/.test(name));
const failures = (seen) => seen.filter(([status]) => !(status < 500));

/// A release like the current one but for a file in it.
function twin(handler, name, breakIt = () => {}) {
  const folder = path.join(instance, 'releases', handler);
  const from = path.join(folder, readlinkSync(path.join(folder, 'current')));
  cpSync(from, path.join(folder, name), { recursive: true });
  breakIt(path.join(folder, name));
  return name;
}
/// The commands of operators block, so they run beside the clients in a process of their own.
async function beside(...words) {
  const child = spawn(path.join(root, 'infra/bin/ssr'), words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { told += chunk; });
  const code = await new Promise((done) => { child.on('close', done); });
  return { code, told };
}

check('a handler that is down gives its own visitors a page of ours, and nobody else notices', async () => {
  const workers = workersOf('support');
  for (const slot of [...workers, '0']) place('stop', 'support', slot);
  try {
    const page = await ask('GET', '/help/', { headers: { accept: 'text/html' } });
    assert.equal(page.status, 502);
    assert.match(page.headers['content-type'], /^text\/html/);
    assert.match(page.text, /<h1/);
    assert.equal(page.headers['retry-after'], '5');
    assert.match(page.headers['strict-transport-security'], /max-age/);
    const problem = await ask('GET', '/help/', { headers: { accept: 'application/json' } });
    assert.equal(problem.status, 502);
    assert.equal(JSON.parse(problem.text).code, 'unavailable');
    assert.ok((await ask('GET', '/accounts/login/')).status < 500);
    assert.equal((await ask('GET', '/admin-panel/tickets/')).status, 502);
    assert.ok((await ask('GET', '/admin-panel/')).status < 500);
  } finally {
    for (const slot of ['0', ...workers]) place('start', 'support', slot);
  }
  let answer;
  for (let tries = 0; tries < 100; tries += 1) {
    answer = await ask('GET', '/help/');
    if (answer.status < 500) break;
    await wait(50);
  }
  assert.ok(answer.status < 500, 'it comes back');
});

check('a deploy and its rollback lose no request, GET or POST', async () => {
  for (const method of ['GET', 'POST']) {
    const old = releaseOf('auth');
    const next = twin('auth', method === 'GET' ? '0123456789ab' : 'ba9876543210');
    let deployed;
    const up = await during(method, '/accounts/login/', async () => { deployed = await beside('deploy', 'auth', next); });
    assert.equal(deployed.code, 0, deployed.told);
    assert.deepEqual(failures(up), []);
    assert.ok(up.some(([, release]) => release === old) && up.some(([, release]) => release === next), 'both releases answered');
    assert.equal(releaseOf('auth'), next);
    let rolled;
    const back = await during(method, '/accounts/login/', async () => { rolled = await beside('rollback', 'auth'); });
    assert.equal(rolled.code, 0, rolled.told);
    assert.deepEqual(failures(back), []);
    assert.equal(releaseOf('auth'), old);
  }
});

check('a release that does not start is refused before anything changes', async () => {
  const old = releaseOf('auth');
  const broken = twin('auth', 'badbadbadbad', (folder) => {
    rmSync(path.join(folder, 'bin/handler'));
    writeFileSync(path.join(folder, 'bin/handler'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  });
  let deployed;
  const seen = await during('POST', '/accounts/login/', async () => { deployed = await beside('deploy', 'auth', broken); });
  assert.notEqual(deployed.code, 0);
  assert.match(deployed.told, /refused; nothing changed/);
  assert.deepEqual(failures(seen), []);
  assert.equal(releaseOf('auth'), old);
});

check('workers that are ended again and again lose no POST', async () => {
  const seen = await during('POST', '/accounts/login/', async () => {
    for (let ends = 0; ends < 40; ends += 1) {
      const pid = Number(place('pid', 'auth', '1'));
      if (pid) process.kill(pid, 'SIGTERM');
      await wait(50);
    }
  });
  assert.deepEqual(failures(seen), []);
});

check('a killed worker costs no GET', async () => {
  const seen = await during('GET', '/accounts/login/', async () => {
    for (let kills = 0; kills < 5; kills += 1) {
      const pid = Number(place('pid', 'auth', '1'));
      if (pid) process.kill(pid, 'SIGKILL');
      await wait(200);
    }
  });
  assert.deepEqual(failures(seen), []);
});

check('a worker that has answered its share starts anew in its place, and its next visitor does not notice', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ssr-anew-'));
  try {
    await withHandler(root, instance, 'auth', folder, async ({ socket, pid }) => {
      const startOf = () => readFileSync(`/proc/${pid}/auxv`).toString('hex');  // holds random bytes' address and the program's base
      const before = await askHandler(socket, '/healthz').then(startOf);
      for (let asked = 0; asked < 12; asked += 1) assert.match(await askHandler(socket, '/readyz'), /Status: 200|ready/);
      assert.notEqual(startOf(), before, 'a new program of the same process');
      assert.ok(readdirSync(`/proc/${pid}/fd`).length < 12, 'nothing of the old one is left open');
    }, { SSR_MAX_REQUESTS: '3' });
  } finally { rmSync(folder, { recursive: true }); }
});

check('a handler takes more workers and gives them back without losing a request', async () => {
  const before = workersOf('auth').length;
  const seen = await during('POST', '/accounts/login/', async () => {
    assert.equal((await beside('scale', 'auth', '4')).code, 0);
    assert.deepEqual(workersOf('auth'), ['1', '2', '3', '4']);
    assert.notEqual(place('pid', 'auth', '4'), '0');
    assert.equal((await beside('scale', 'auth', String(before))).code, 0);
  });
  assert.deepEqual(failures(seen), []);
  assert.equal(workersOf('auth').length, before);
});

await runAll('wire outage');
