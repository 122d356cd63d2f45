// One run of wrk, read back as numbers.
import { execFileSync } from 'node:child_process';

const milliseconds = (text) => {
  const [, value, unit] = /^([\d.]+)(us|ms|s|m)$/.exec(text);
  return Number(value) * { us: 0.001, ms: 1, s: 1000, m: 60000 }[unit];
};

export function load(url, { connections = 16, seconds = 3, headers = [], script = null, words = [] } = {}) {
  const given = headers.flatMap((header) => ['-H', header]);
  if (script) given.push('-s', script);
  const out = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...given, String(url), '--', ...words], { encoding: 'utf8' });
  const at = (share) => milliseconds(new RegExp(`^\\s+${share}%\\s+(\\S+)`, 'm').exec(out)[1]);
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(out);
  if (bad) throw new Error(`${url}: ${bad[1]} answers were not 2xx`);
  return { requests: Number(/(\d+) requests in/.exec(out)[1]), perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]), p50: at(50), p99: at(99) };
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
