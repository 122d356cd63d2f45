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
