// `infra/bin/ssr import-rate-book`, as an operator runs it on an instance: what is said, and what is stored.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check, runAll } from '../browser/check.mjs';
import { instance, root } from './wire.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'rate-book.'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const example = path.join(root, 'sql/seed/rate-book.xlsx');

function ssr(...words) {
  const ran = spawnSync(path.join(root, 'infra/bin/ssr'), ['import-rate-book', ...words], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
const stored = (slug) => execFileSync('psql', ['-X', '-At', '-h', path.join(instance, 'run/postgres'), '-U', 'postgres', '-d', 'ssr', '-c',
  `SELECT d.name, d.current_version, count(v.id), max(v.schedule_year) FROM datasets d LEFT JOIN dataset_versions v ON v.dataset_id = d.id
    WHERE d.slug = '${slug}' GROUP BY d.id`], { encoding: 'utf8', env: { ...process.env, PGPASSFILE: path.join(instance, 'secrets/pgpass') } }).trim();
function file(name, text) {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}
/// The example with one formula exchanged.
function spoilt(from, to) {
  const at = path.join(folder, 'spoilt.xlsx');
  execFileSync('/usr/bin/python3', ['-c', `import sys, zipfile
source, target, was, now = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
    for part in old.namelist(): new.writestr(part, old.read(part).decode().replace(was, now))`, example, at, from, to]);
  return at;
}
const heads = 'code,description,unit,rate,group\n';

check('a fresh instance shows the example rate book', () => {
  assert.equal(stored('electrical'), 'Electrical SSR|2|2|2024-25');
});

check('the same file again says so and changes nothing', () => {
  assert.deepEqual(ssr(example, '--publish'),
    { code: 0, out: 'This file is version 2 of electrical already; nothing is stored.\n', err: '' });
  assert.equal(stored('electrical'), 'Electrical SSR|2|2|2024-25');
});

check('a fault of a workbook is named by sheet and cell, and nothing is stored', () => {
  assert.deepEqual(ssr(spoilt('SUM(J25/100)', 'SUMIF(J25/100)'), '--publish'), { code: 1, out: '',
    err: 'Master Datas!J26: The formula uses the function SUMIF, which is not supported.\n1 fault; nothing is stored.\n' });
  assert.equal(stored('electrical'), 'Electrical SSR|2|2|2024-25');
});

check('every fault of a flat file is named by its line', () => {
  const ran = ssr(file('bad.csv', `${heads}A-1,Tap,Nos,ten,Taps\nA-1,Pipe,Mtrs,5,Pipes\n`), '--slug', 'water');
  assert.equal(ran.code, 1);
  assert.match(ran.err, /^line 2, rate: “ten” is not a rate.*\nline 3, code: The code “A-1” stands in line 2 already\.\n2 faults; nothing is stored\.\n$/);
  assert.equal(stored('water'), '');
});

check('a check stores nothing', () => {
  const good = file('good.csv', `${heads}A-1,Tap,Nos,10,Taps\nA-2,Pipe,Bundles,5,Pipes\n`);
  assert.deepEqual(ssr(good, '--check', '--slug', 'water'), { code: 0,
    out: 'The file is good: 2 items in 2 groups, 1 warning. Nothing is stored.\n',
    err: 'warning: line 3, unit: The unit “Bundles” is not known; it is kept as it is.\n' });
  assert.equal(stored('water'), '');
});

check('a book is stored, then published, then followed by its next version', () => {
  const first = file('water.csv', `${heads}A-1,Tap,Nos,10,Taps\nA-2,Pipe,Mtrs,5,Pipes\n`);
  const options = ['--slug', 'water', '--name', 'Water  supply', '--year', '2026-27'];
  assert.deepEqual(ssr(first, ...options), { code: 0, err: '',
    out: 'Water supply (water): version 1 is stored, 2 items in 2 groups, 0 warnings.\n' });
  assert.equal(stored('water'), 'Water supply||1|2026-27');
  assert.equal(ssr(first, ...options, '--publish').out,
    'This file is version 1 of water already; nothing is stored.\nVersion 1 is published.\n');
  const second = file('water-2.csv', `${heads}A-1,Tap,Nos,11,Taps\nA-3,Valve,Nos,5,Taps\n`);
  assert.equal(ssr(second, ...options, '--publish').out, 'Water supply (water): version 2 is stored, 2 items in 1 group, 0 warnings.\n'
    + 'Items: 2 before, 2 now; 1 new, 1 gone, 1 with other rates.\nVersion 2 is published; readers saw version 1 until now.\n');
  assert.equal(stored('water'), 'Water supply|2|2|2026-27');
});

check('a file that is another book is not taken for the next version', () => {
  const ran = ssr(file('other.csv', `${heads}A-1,Tap,Nos,10,Taps\n`));
  assert.equal(ran.code, 1);
  assert.equal(ran.err, 'Only 0 of 8 items of version 2 of electrical are in this file. For another book give --slug and --name; '
    + 'if it is the same, --force.\n');
});

check('wrong options and files that are not there are told, and help is given', () => {
  for (const words of [[], ['a.csv', 'b.csv'], ['a.csv', '--year', '2026'], ['a.csv', '--slug', 'No Slug'], ['a.csv', '--slug'], ['a.csv', '--nonsense', '1']]) {
    const ran = ssr(...words);
    assert.equal(ran.code, 64, words.join(' '));
    assert.match(ran.err, /^import-rate-book: /);
  }
  assert.deepEqual(ssr('/no/such/file.xlsx'), { code: 1, out: '', err: 'The file /no/such/file.xlsx cannot be read.\n' });
  assert.match(ssr('--help').out, /--publish/);
});

await runAll('rate_book');
