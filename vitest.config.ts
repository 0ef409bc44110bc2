import { defineConfig } from 'vitest/config';

const env = {
  // Keeps an accidental import of `electron` from starting a download.
  ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent',
  AWS_EC2_METADATA_DISABLED: 'true',
};

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
          // Properties run many cases; a busy machine needs its time for them.
          testTimeout: 30_000,
          environment: 'node',
          env,
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
          // A page of a table takes jsdom seconds on a busy machine.
          testTimeout: 30_000,
          environment: 'jsdom',
          env,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/contract/**/*.test.ts', 'test/integration/**/*.test.ts'],
          environment: 'node',
          env,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
