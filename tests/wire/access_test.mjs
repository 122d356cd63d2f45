// Who may call what: the routes of all binaries against the list that a reviewer has read.
// After a change that is meant: infra/bin/ssr routes | sort > tests/handlers/access_matrix.golden
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, runAll } from '../browser/check.mjs';

const build = process.env.SSR_BUILD ?? 'build';
const golden = readFileSync('tests/handlers/access_matrix.golden', 'utf8').trim().split('\n');
const routes = readdirSync(join(build, 'handlers'))
  .map((name) => join(build, 'handlers', name, name))
  .filter((binary) => existsSync(binary))
  .flatMap((binary) => execFileSync(binary, ['--routes'], { encoding: 'utf8' }).trim().split('\n'))
  .filter((line) => line !== '');
const known = /^(public|signed_in|staff_arrived|gateway|(entitled|finishing):(estimate|workslip|bill|self_formatted)|staff:(support|admin|superadmin))$/;

check('every route is in the access matrix, with the access that was agreed', () => {
  assert.deepEqual(routes.filter((line) => !golden.includes(line)), []);
});

check('the access matrix names no route that is gone', () => {
  assert.deepEqual(golden.filter((line) => !routes.includes(line)), []);
});

check('every route says who may call it in a word that is known', () => {
  assert.deepEqual(routes.filter((line) => !known.test(line.split('\t')[3])), []);
});

check('nothing for staff or subscribers is public by its address', () => {
  const open = routes.map((line) => line.split('\t')).filter(([, , path, access]) => access === 'public' && /^\/(admin-panel|works|estimate|workslip|bill|self-formatted|payments)\//.test(path));
  assert.deepEqual(open, []);
});

await runAll('access matrix');
