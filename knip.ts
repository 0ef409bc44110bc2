import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/main/index.ts',
    'src/main/hosts/browser/main.ts',
    'src/main/hosts/electron/preload.ts',
    'src/simulator/main.ts',
    'src/simulator/worker.ts',
    'src/renderer/main.tsx',
    'scripts/*.{mjs,ts}',
    'test/**/*.test.{ts,tsx}',
    'test/**/run.{ts,mjs}',
    'test/e2e/**/*.spec.ts',
    // Started as processes of their own.
    'test/kills/*publisher.ts',
    'test/integration/storage/open-and-count.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'scripts/**/*.{mjs,ts}', 'test/**/*.{ts,tsx}'],
  ignoreDependencies: [
    // Node binaries per platform, found by path (scripts/lib/node24.mjs).
    'node-.*',
    // Loaded by the runtime named in package.json, not imported by name.
    '@aws-sdk/client-partnercentral-selling',
  ],
  // Schemas and their types are the contract: exported for scripts and tests alike.
  ignore: ['src/shared/**'],
};

export default config;
