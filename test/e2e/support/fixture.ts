/** Journeys start here: `import { expect, test } from './support/fixture.ts'`. Each test has its own host, data folder and window. */
import { test as base, type ConsoleMessage } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { removeDataFolder, startHost, type Host } from './host.ts';

interface Options {
  /** `--speed` of the host. */
  speed: number;
}

interface Problems {
  /** Allows what this test provokes. */
  expect(pattern: RegExp): void;
}

interface Fixtures {
  problems: Problems;
  host: Host;
  /** The first window, signed in and ready. */
  app: AppPage;
}

export const test = base.extend<Options & Fixtures>({
  speed: [200, { option: true }],

  async host({ speed }, use, testInfo) {
    const host = await startHost({ speed });
    await use(host);
    await host.stop();
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('host.log', { body: host.log(), contentType: 'text/plain' });
    }
    await removeDataFolder(host.dataFolder);
  },

  // `auto`: every test notices what its window reports, asked for or not. Named after the host, so that it ends before
  // the host does: a window that is about to close may find its host gone.
  problems: [
    async ({ page, host: _host }, use) => {
      const seen: string[] = [];
      const expected: RegExp[] = [];
      page.on('pageerror', (error) => seen.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (isProblem(message)) seen.push(`console ${message.type()}: ${message.text()}`);
      });
      await use({ expect: (pattern) => expected.push(pattern) });
      const unexpected = seen.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
      if (unexpected.length > 0) throw new Error(`The window reported problems:\n${unexpected.join('\n')}`);
    },
    { auto: true },
  ],

  async app({ host, page }, use) {
    await page.goto(host.url);
    const app = new AppPage(page);
    await app.waitUntilReady();
    await use(app);
  },
});

/** Errors (violations of the content security policy are among them) and React's warnings. */
function isProblem(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}

export { expect } from '@playwright/test';
