// `make bench`: each figure beside its baseline in the same run, one JSON object a line.
// Runs against the instance that is up; starts its own nginx for the two baselines and ends it.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, writeFileSync, rmSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, site } from '../browser/http.mjs';
import { coldStart } from './cold.mjs';
import { load, median } from './wrk.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const handlers = readFileSync(join(root, 'infra/handlers.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')).filter(([, socket]) => socket === 'yes').map(([name]) => name);
const build = resolve(process.env.SSR_BUILD ?? 'build');
const seconds = Number(process.env.SSR_BENCH_SECONDS ?? 3);
const rounds = 3;
const report = (name, unit, value, baseline) => console.log(JSON.stringify({
  name, unit, value: Number(value.toFixed(3)), baseline: baseline === null ? null : Number(baseline.toFixed(3)),
  ratio: baseline ? Number((value / baseline).toFixed(3)) : null }));

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/// The ceilings: the same bytes as a static file and from a program that does nothing, behind the same nginx settings.
async function startBaselines(folder, pages) {
  const port = await freePort();
  const children = [];
  const locations = [];
  for (const [name, { bytes, type }] of Object.entries(pages)) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    children.push(spawn(join(build, 'tests/constant_bytes'), [join(folder, `${name}.sock`), file, type], { stdio: 'ignore' }));
    locations.push(`location = /static/${name} { alias ${file}; default_type "${type}"; }
      location = /constant/${name} { include /etc/nginx/fastcgi_params; fastcgi_pass unix:${folder}/${name}.sock; }`);
  }
  mkdirSync(join(folder, 'tmp'));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'ignore' });
  writeFileSync(join(folder, 'nginx.conf'), `
    daemon off; worker_processes 2; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    ${process.getuid() === 0 ? 'user root;' : ''}
    events { worker_connections 1024; }
    http {
      access_log off; gzip off; fastcgi_keep_conn off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/tmp/${kind};`).join(' ')}
      server { listen 127.0.0.1:${port} ssl http2; ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
        ssl_protocols TLSv1.2 TLSv1.3; keepalive_requests 100000; ${locations.join('\n')} }
    }`);
  children.push(spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'ignore' }));
  const base = `https://127.0.0.1:${port}`;
  const client = new Client();
  for (const name of Object.keys(pages)) {
    for (let tries = 0; ; tries += 1) {
      const answer = await client.get(`/constant/${name}`, { base }).catch(() => null);
      if (answer?.status === 200) break;
      if (tries > 400) throw new Error('the baselines did not start');
      await new Promise((done) => setTimeout(done, 25));
    }
  }
  return { base, end: () => children.forEach((child) => child.kill()) };
}

function measure(name, ours, headers, base, connections) {
  const targets = { ours: [ours, headers], constant: [`${base}/constant/${name}`, []], static: [`${base}/static/${name}`, []] };
  const runs = { ours: [], constant: [], static: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [who, [url, given]] of Object.entries(targets)) runs[who].push(load(url, { connections, seconds, headers: given }));
  }
  const of = (who, figure) => median(runs[who].map((run) => run[figure]));
  const label = `${name}, ${connections} connections`;
  report(`${label}: against a program of constant bytes`, 'requests/s', of('ours', 'perSecond'), of('constant', 'perSecond'));
  report(`${label}: against a static file`, 'requests/s', of('ours', 'perSecond'), of('static', 'perSecond'));
  report(`${label}: p50`, 'ms', of('ours', 'p50'), of('constant', 'p50'));
  report(`${label}: p99`, 'ms', of('ours', 'p99'), of('constant', 'p99'));
  report(`${label}: p99 against its own p50`, 'ms', of('ours', 'p99'), of('ours', 'p50'));
}

/// Statements and Redis round trips of one request, as the handler itself logged them.
function costs(variables, path, requestId) {
  for (const file of readdirSync(join(variables, 'log'))) {
    const line = readFileSync(join(variables, 'log', file), 'utf8').split('\n').find((each) => each.includes(requestId) && each.includes('request.answered'));
    if (line) return JSON.parse(line);
  }
  throw new Error(`no log line of ${path}`);
}

function workers() {
  const found = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, handler] = /\/([a-z_]+)\/[^/]+\/bin\/handler$/.exec(readlinkSync(`/proc/${pid}/exe`)) ?? [];
      if (handler && !found.has(handler)) found.set(handler, pid);
    } catch { /* a process that went, or another's */ }
  }
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'ssr-bench-'));
const client = new Client();
await client.signIn('ravi@example.test');
const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const subjects = { prices: '/pricing/', dashboard: '/dashboard/', me: '/api/auth/me/' };
const pages = {};
const variables = process.env.SSR_VAR ?? resolve('var');
for (const [name, path] of Object.entries(subjects)) {
  const answer = await client.get(path, { headers: { accept: name === 'me' ? 'application/json' : 'text/html' } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  pages[name] = { bytes: answer.bytes, type: answer.headers['content-type'] };
  const line = costs(variables, path, answer.headers['x-request-id']);
  report(`${name}: SQL statements`, 'statements', line.db_n, 3);
  report(`${name}: Redis round trips`, 'round trips', line.redis_n, 1);
  report(`${name}: size`, 'bytes', answer.bytes.length, 16384);
}
const baselines = await startBaselines(folder, pages);
try {
  for (const [name, path] of Object.entries(subjects)) {
    const headers = name === 'prices' ? [] : [`Cookie: ${cookie}`];
    for (const connections of [16, 64]) measure(name, site + path, headers, baselines.base, connections);
  }
  for (const handler of handlers) {
    const starts = [];
    for (let round = 0; round < rounds; round += 1) starts.push(await coldStart(root, variables, handler, folder));
    report(`${handler}: from its start to its first answer`, 'ms', median(starts), 100);
  }
  for (const [handler, pid] of workers()) {
    const resident = Number(/^Rss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) / 1024;
    report(`${handler}: resident memory of a worker`, 'MB', resident, 15);
  }
} finally {
  baselines.end();
  rmSync(folder, { recursive: true, force: true });
}
