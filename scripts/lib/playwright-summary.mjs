// Playwright reporter: counts for the last line of `npm test`, and every skip with its reason.
import { writeFileSync } from 'node:fs';

/** The shape of Playwright's Reporter interface. */
export default class SummaryReporter {
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite;

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** @param {import('@playwright/test/reporter').FullResult} result */
  onEnd(result) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'skipped') {
        counts.skipped += 1;
        const reason =
          test.annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'no reason given';
        process.stdout.write(`skipped: ${test.title}: ${reason}\n`);
      } else if (outcome === 'unexpected') counts.failed += 1;
      else counts.passed += 1;
    }
    if (result.status !== 'passed' && counts.failed === 0) counts.failed = 1;
    const file = process.env['OFFERDECK_TEST_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }

  printsToStdio() {
    return false;
  }
}
