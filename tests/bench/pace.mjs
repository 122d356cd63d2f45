// Many requests at once, in two ways: at a rate that somebody else sets, and as fast as they go.
import { setTimeout as wait } from 'node:timers/promises';

const sorted = (times) => [...times].sort((a, b) => a - b);
export const p99 = (times) => sorted(times)[Math.ceil(times.length * 0.99) - 1];

/// `perSecond` of them, whether or not the one before is answered; what each act gave.
export async function atRate(perSecond, them, act) {
  const began = performance.now();
  return Promise.all(them.map(async (one, i) => {
    await wait(Math.max(0, i * 1000 / perSecond - (performance.now() - began)));
    return act(one);
  }));
}

/// All of them, so many at a time; how many a second.
export async function asFastAsItGoes(atOnce, them, act) {
  const began = performance.now();
  const left = [...them];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await act(one);
  }));
  return them.length / ((performance.now() - began) / 1000);
}
