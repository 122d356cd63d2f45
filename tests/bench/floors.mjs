// What Postgres and Redis themselves can do here, by their own tools: nothing of ours can be faster.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const run = (program, words, env = {}) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });

const server = (variables) => ({ PGHOST: join(variables, 'run/postgres'), PGUSER: 'postgres', PGPASSFILE: join(variables, 'secrets/pgpass') });

export const countOf = (variables, table) => Number(run('psql', ['-X', '-At', '-d', 'ssr', '-c', `SELECT count(*) FROM ${table}`], server(variables)));

/// Selects by primary key a second, over the unix socket, one transaction each.
export function selectsPerSecond(variables, clients, seconds) {
  const env = server(variables);
  run('psql', ['-X', '-q', '-d', 'postgres', '-c', 'DROP DATABASE IF EXISTS bench', '-c', 'CREATE DATABASE bench'], env);
  try {
    run('pgbench', ['-i', '-q', '-s', '1', 'bench'], env);
    return Number(/tps = ([\d.]+)/.exec(run('pgbench', ['-S', '-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), 'bench'], env))[1]);
  } finally {
    run('psql', ['-X', '-q', '-d', 'postgres', '-c', 'DROP DATABASE IF EXISTS bench'], env);
  }
}

/// GETs a second over the unix socket, one at a time on each connection.
export function getsPerSecond(variables, clients) {
  const out = run('redis-benchmark', ['-s', join(variables, 'run/redis.sock'), '--user', 'operator', '-a', readFileSync(join(variables, 'secrets/redis_operator'), 'utf8'),
    '-t', 'get', '-n', '30000', '-c', String(clients), '-d', '400', '--csv']);
  return Number(/"GET","([\d.]+)"/.exec(out)[1]);
}
