// What Postgres and Redis themselves can do here, by their own tools: nothing of ours can be faster.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (program, words, env = {}) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });

const server = (variables) => ({ PGHOST: join(variables, 'run/postgres'), PGUSER: 'postgres', PGPASSFILE: join(variables, 'secrets/pgpass') });

export const countOf = (variables, table) => Number(run('psql', ['-X', '-At', '-d', 'ssr', '-c', `SELECT count(*) FROM ${table}`], server(variables)));

/// Runs `use` with a scratch database "bench" beside the real one.
function withScratch(variables, use) {
  const env = server(variables);
  run('psql', ['-X', '-q', '-d', 'postgres', '-c', 'DROP DATABASE IF EXISTS bench', '-c', 'CREATE DATABASE bench'], env);
  try {
    return use(env);
  } finally {
    run('psql', ['-X', '-q', '-d', 'postgres', '-c', 'DROP DATABASE IF EXISTS bench'], env);
  }
}
const tps = (out) => Number(/tps = ([\d.]+)/.exec(out)[1]);

/// Seconds that COPY alone takes for the rows of that rate book, into a table with the same indexes.
export function copySeconds(variables, slug) {
  const folder = mkdtempSync(join(tmpdir(), 'ssr-bench-'));
  try {
    const out = run('psql', ['-X', '-q', '-d', 'ssr', '-c', 'CREATE TEMP TABLE copied (LIKE dataset_rows INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)',
      '-c', `\\copy (SELECT r.* FROM dataset_rows r JOIN dataset_versions v ON v.id = r.version_id JOIN datasets d ON d.id = v.dataset_id AND d.slug = '${slug}') TO '${join(folder, 'rows')}'`,
      '-c', '\\timing', '-c', `\\copy copied FROM '${join(folder, 'rows')}'`], server(variables));
    return Number(/Time: ([\d.]+) ms/.exec(out)[1]) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/// Takes a rate book away, as the owner of the tables.
export const removeBook = (variables, slug) => run('psql', ['-X', '-q', '-1', '-d', 'ssr', ...['dataset_versions', 'dataset_import_jobs']
  .flatMap((table) => ['-c', `DELETE FROM ${table} WHERE dataset_id = (SELECT id FROM datasets WHERE slug = '${slug}')`]), '-c', `DELETE FROM datasets WHERE slug = '${slug}'`], server(variables));

/// Selects by primary key a second, over the unix socket, one transaction each.
export function selectsPerSecond(variables, clients, seconds) {
  return withScratch(variables, (env) => {
    run('pgbench', ['-i', '-q', '-s', '1', 'bench'], env);
    return tps(run('pgbench', ['-S', '-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), 'bench'], env));
  });
}

/// Transactions a second that do nothing but add one row to each of `tables` tables.
export function insertsPerSecond(variables, clients, seconds, tables) {
  const folder = mkdtempSync(join(tmpdir(), 'ssr-bench-'));
  const names = Array.from({ length: tables }, (_, i) => `scratch_${i}`);
  const script = join(folder, 'insert.sql');
  writeFileSync(script, ['BEGIN;', ...names.map((name) => `INSERT INTO ${name} (body) VALUES (repeat('x', 400));`), 'COMMIT;', ''].join('\n'));
  try {
    return withScratch(variables, (env) => {
      for (const name of names) run('psql', ['-X', '-q', '-d', 'bench', '-c', `CREATE TABLE ${name} (id bigserial PRIMARY KEY, body text)`], env);
      return tps(run('pgbench', ['-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), '-f', script, 'bench'], env));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const redisBenchmark = (variables, clients, words) => Number(/",?"?([\d.]+)"/.exec(run('redis-benchmark', ['-s', join(variables, 'run/redis.sock'),
  '--user', 'operator', '-a', readFileSync(join(variables, 'secrets/redis_operator'), 'utf8'), '-n', '30000', '-c', String(clients), '-d', '400',
  '--csv', ...words]).trim().split('\n').at(-1))[1]);

/// GETs a second over the unix socket, one at a time on each connection.
export const getsPerSecond = (variables, clients) => redisBenchmark(variables, clients, ['-t', 'get']);

/// Lua calls a second that read one key and write another, which lives for a minute.
export const scriptsPerSecond = (variables, clients) => redisBenchmark(variables, clients,
  ['EVAL', "redis.call('GET', KEYS[1]) return redis.call('SET', KEYS[2], ARGV[1], 'EX', 60)", '2', 'bench:a', 'bench:b', 'x'.repeat(400)]);
