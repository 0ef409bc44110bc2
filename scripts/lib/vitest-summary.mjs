// Vitest reporter: counts for the last line of `npm test`, and every skip with its reason.
import { writeFileSync } from 'node:fs';

export default class SummaryReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'failed') counts.failed += 1;
        else {
          counts.skipped += 1;
          const reason = result.state === 'skipped' && result.note ? result.note : 'no reason given';
          process.stdout.write(`skipped: ${test.fullName}: ${reason}\n`);
        }
      }
    }
    const file = process.env['OFFERDECK_TEST_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
