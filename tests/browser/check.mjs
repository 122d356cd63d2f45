// Tests are sentences. `check('…', async () => …)` runs them in order; the last line counts them.
let passed = 0;
const failed = [];
const checks = [];

export const check = (sentence, run) => checks.push({ sentence, run });

export async function runAll(suite, { afterAll } = {}) {
  for (const { sentence, run } of checks) {
    try {
      await run();
      passed += 1;
      console.log(`  ok    ${sentence}`);
    } catch (error) {
      failed.push(sentence);
      console.log(`  FAIL  ${sentence}\n        ${String(error.stack ?? error).replaceAll('\n', '\n        ')}`);
    }
  }
  await afterAll?.();
  console.log(`${suite}: ${passed} passed, ${failed.length} failed`);
  process.exit(failed.length ? 1 : 0);
}
