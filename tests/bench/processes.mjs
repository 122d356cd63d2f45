// What the processes of an instance use, from /proc.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

const kTickMilliseconds = 10;  // USER_HZ is 100 on every Linux of ours

const stat = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');  // from field 3, the state, on
  return { parent: fields[1], milliseconds: (Number(fields[11]) + Number(fields[12])) * kTickMilliseconds };
};

/// By pid: which part of the instance it is ("postgres", "redis", "nginx" or a handler's name).
function parts(variables) {
  const roots = Object.fromEntries(['postgres', 'redis', 'nginx'].map((part) => [readFileSync(join(variables, 'run', `${part}.pid`), 'utf8').split('\n')[0].trim(), part]));
  const found = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const program = readlinkSync(`/proc/${pid}/exe`);
      const handler = program.startsWith(`${variables}/releases/`) && program.slice(variables.length).split('/')[2];
      const part = handler || roots[pid] || roots[stat(pid).parent];
      if (part) found.set(pid, part);
    } catch { /* a process that went, or another's */ }
  }
  return found;
}

/// CPU milliseconds so far, by part.
export function cpu(variables) {
  const used = {};
  for (const [pid, part] of parts(variables)) {
    try { used[part] = (used[part] ?? 0) + stat(pid).milliseconds; } catch { /* went meanwhile */ }
  }
  return used;
}

/// CPU milliseconds so far of these processes and of all that descend from them.
export function cpuOf(roots) {
  const stats = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try { stats.set(pid, stat(pid)); } catch { /* went meanwhile */ }
  }
  const mine = new Set(roots.map(String));
  for (let before = -1; before !== mine.size;) {
    before = mine.size;
    for (const [pid, { parent }] of stats) if (mine.has(parent)) mine.add(pid);
  }
  return [...mine].reduce((sum, pid) => sum + (stats.get(pid)?.milliseconds ?? 0), 0);
}

/// Megabytes of one worker of each handler. Nine tenths of what is resident are pages of files, of libraries above all,
/// that are in memory once and count in every process that has touched them; `share` (PSS) counts its part of each.
export function memory(variables) {
  const sizes = {};
  for (const [pid, part] of parts(variables)) {
    if (['postgres', 'redis', 'nginx'].includes(part) || sizes[part]) continue;
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const megabytes = (line) => Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(rollup)[1]) / 1024;
    sizes[part] = { resident: megabytes('Rss'), share: megabytes('Pss') };
  }
  return sizes;
}
