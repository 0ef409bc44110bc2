import { defineConfig } from 'vitest/config';
import { compileCache } from './scripts/lib/process.mjs';

const env = {
  // Keeps an accidental import of `electron` from starting a download.
  ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent',
  AWS_EC2_METADATA_DISABLED: 'true',
  // For the processes that tests start.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? compileCache,
};

export default defineConfig({
  test: {
    reporters: ['default'],
    // The default leaves a core to an editor; here every core works.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          // Properties run many cases; a busy machine needs its time for them.
          testTimeout: 30_000,
          environment: 'node',
          isolate: false,
          env,
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['test/unit/renderer/**/*.test.tsx'],
          // A page of a table takes jsdom seconds on a busy machine.
          testTimeout: 30_000,
          environment: 'jsdom',
          // Modules are loaded once a worker; the setup file cleans up after each test.
          isolate: false,
          setupFiles: ['test/unit/renderer/support/setup.ts'],
          env,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/contract/**/*.test.ts', 'test/integration/**/*.test.ts'],
          environment: 'node',
          // Hundreds of modules of the AWS SDK are loaded once a worker.
          isolate: false,
          env,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What is waited for ends the waiting; a busy machine takes its time.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
