// `make bench`: each figure beside its baseline in the same run, one JSON object a line.
// Runs against the instance that is up; starts its own nginx for the baselines and ends it. SSR_BENCH_SECONDS is the
// length of one measurement; there are three of each, interleaved, and the one in the middle counts.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, site } from '../browser/http.mjs';
import { startBaselines } from './baselines.mjs';
import { coldStart } from './cold.mjs';
import { measureCodes, measureDoor } from './door.mjs';
import { countOf, getsPerSecond, selectsPerSecond } from './floors.mjs';
import { measureImports } from './imports.mjs';
import { cpu, cpuOf, memory } from './processes.mjs';
import { measureTill } from './till.mjs';
import { load, median } from './wrk.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const handlers = readFileSync(join(root, 'infra/handlers.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')).filter(([, socket]) => socket === 'yes').map(([name]) => name);
const build = resolve(process.env.SSR_BUILD ?? join(root, 'build'));
const variables = resolve(process.env.SSR_VAR ?? join(root, 'var'));
const seconds = Number(process.env.SSR_BENCH_SECONDS ?? 1);
const rounds = 3;
const kWanted = new Set(process.argv.slice(2));  // "prices" measures that page alone

const rounded = (value) => (value === null || value === undefined ? null : Number(value.toFixed(3)));
const report = (name, unit, value, baseline = null) => console.log(JSON.stringify({
  name, unit, value: rounded(value), baseline: rounded(baseline), ratio: baseline ? rounded(value / baseline) : null }));

/// One page: against the static file, the program of constant bytes and the bare handler; the CPU it costs.
function measure(name, { path, handler, headers }, { base, pids }, connections) {
  const targets = { ours: [site + path, headers] };
  for (const kind of ['bare', 'constant', 'static']) targets[kind] = [`${base}/${kind}/${name}`, []];
  const runs = { ours: [], bare: [], constant: [], static: [] };
  const spent = [];
  const constantSpent = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [who, [url, given]] of Object.entries(targets)) {
      const [before, baselineBefore] = [cpu(variables), cpuOf(pids)];
      const run = load(url, { connections, seconds, headers: given });
      runs[who].push(run);
      const after = cpu(variables);
      if (who === 'constant') constantSpent.push((cpuOf(pids) - baselineBefore) / run.requests);
      if (who === 'ours') spent.push((part) => ((after[part] ?? 0) - (before[part] ?? 0)) / run.requests);
    }
  }
  const of = (who, figure) => median(runs[who].map((run) => run[figure]));
  const label = `${name}, ${connections} connections`;
  report(`${label}: against a program of constant bytes`, 'requests/s', of('ours', 'perSecond'), of('constant', 'perSecond'));
  report(`${label}: against a bare handler with the same statements`, 'requests/s', of('ours', 'perSecond'), of('bare', 'perSecond'));
  report(`${label}: against a static file`, 'requests/s', of('ours', 'perSecond'), of('static', 'perSecond'));
  report(`${label}: p50 against constant bytes`, 'ms', of('ours', 'p50'), of('constant', 'p50'));
  report(`${label}: p99 against constant bytes`, 'ms', of('ours', 'p99'), of('constant', 'p99'));
  report(`${label}: p99 against its own p50`, 'ms', of('ours', 'p99'), of('ours', 'p50'));
  const parts = [handler, 'postgres', 'redis', 'nginx'];
  const costOf = (part) => median(spent.map((spentBy) => spentBy(part)));
  for (const part of parts) report(`${label}: CPU of ${part} a request`, 'ms', costOf(part));
  report(`${label}: CPU of all a request, against constant bytes`, 'ms', parts.reduce((sum, part) => sum + costOf(part), 0), median(constantSpent));
}

/// What the request cost, as the handler itself logged it.
function costs(handler, requestId) {
  const line = readFileSync(join(variables, 'log', `${handler}.log`), 'utf8').split('\n').find((each) => each.includes(requestId) && each.includes('request.answered'));
  if (!line) throw new Error(`no line of ${requestId} in the log of ${handler}`);
  return JSON.parse(line);
}
const workersOf = (handler) => readdirSync(join(variables, 'slots', handler)).filter((slot) => /^\d$/.test(slot)).length;

const folder = mkdtempSync(join(tmpdir(), 'ssr-bench-'));
const client = new Client();
await client.signIn('ravi@example.test');
const session = client.cookies.get('__Host-sid');
const signedIn = [`Cookie: ${[...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')}`];
const subjects = {
  prices: { path: '/pricing/', handler: 'subscriptions', headers: [] },
  dashboard: { path: '/dashboard/', handler: 'subscriptions', headers: signedIn },
  me: { path: '/api/auth/me/', handler: 'auth', headers: signedIn },
};
for (const name of Object.keys(subjects)) if (kWanted.size && !kWanted.has(name)) delete subjects[name];
for (const [name, subject] of Object.entries(subjects)) {
  const asker = subject.headers.length ? client : new Client();
  const ask = () => asker.get(subject.path, { headers: { accept: name === 'me' ? 'application/json' : 'text/html' } });
  for (let early = 0; early < 10; early += 1) await ask();  // what a worker reads once is not what a page costs
  const answer = await ask();
  if (answer.status !== 200) throw new Error(`${subject.path}: ${answer.status}`);
  Object.assign(subject, { bytes: answer.bytes, type: answer.headers['content-type'], workers: workersOf(subject.handler) });
  const cost = costs(subject.handler, answer.headers['x-request-id']);
  report(`${name}: SQL statements`, 'statements', cost.db_n, 3);
  report(`${name}: Redis round trips`, 'round trips', cost.redis_n, 1);
  report(`${name}: size`, 'bytes', answer.bytes.length, 16384);
}
report('persons in the database', 'persons', countOf(variables, 'users'));
const baselines = await startBaselines({ root, build, variables, folder, pages: subjects, cookie: session });
try {
  for (const [name, subject] of Object.entries(subjects)) for (const connections of [16, 64]) measure(name, subject, baselines, connections);
  report('Postgres alone: pgbench -S, 16 clients', 'transactions/s', selectsPerSecond(variables, 16, Math.max(1, seconds)));
  report('Redis alone: GET, 16 clients', 'requests/s', getsPerSecond(variables, 16));
  for (const handler of kWanted.size ? [] : handlers) {
    const starts = [];
    for (let round = 0; round < rounds; round += 1) starts.push(await coldStart(root, variables, handler, folder));
    report(`${handler}: from its start to its first answer`, 'ms', median(starts), 100);
  }
  await measureDoor(report);
  await measureCodes(report, variables);
  await measureTill(report, variables, { seconds, rounds });
  await measureImports(report, root, variables, folder);
  for (const [handler, { resident, share }] of Object.entries(memory(variables))) {
    report(`${handler}: resident memory of a worker`, 'MB', resident, 15);
    report(`${handler}: its share of that, shared pages divided among who has them`, 'MB', share, resident);
  }
} finally {
  baselines.end();
  rmSync(folder, { recursive: true, force: true });
}
