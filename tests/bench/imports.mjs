// A rate book of 100,000 rows and one of 1,000,000, as an operator imports them: seconds beside COPY of the same rows, and memory.
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { copySeconds, removeBook } from './floors.mjs';

const kSlug = 'bench-import';

async function writeBook(path, rows) {
  const file = createWriteStream(path);
  file.write('code,unit,rate,group,description\n');
  for (let at = 1; at <= rows; at += 1) if (!file.write(`B${at},Nos,${at % 900 + 1},G${at % 50},Article ${at}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/// Seconds, and megabytes at the most.
async function imported(root, file) {
  const began = performance.now();
  const child = spawn(join(root, 'infra/bin/ssr'), ['import-rate-book', file, '--slug', kSlug, '--name', 'Benchmark'], { stdio: 'ignore' });
  let most = 0;
  const watch = setInterval(() => {
    try { most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024); } catch { /* it ended */ }
  }, 5);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import of ${file} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, megabytes: most };
}

export async function measureImports(report, root, variables, folder) {
  let smaller;
  for (const rows of [100000, 1000000]) {
    const file = join(folder, `${rows}.csv`);
    await writeBook(file, rows);
    try {
      const cost = await imported(root, file);
      const label = `import of ${rows} rows of CSV`;
      report(`${label}: against COPY of the same rows`, 's', cost.seconds, copySeconds(variables, kSlug));
      report(`${label}: memory at the most`, 'MB', cost.megabytes, smaller?.megabytes ?? 64);
      if (smaller) report(`${label}: against a tenth of the rows`, 's', cost.seconds, smaller.seconds);
      smaller = cost;
    } finally {
      removeBook(variables, kSlug);
    }
  }
}
