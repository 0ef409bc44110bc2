import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // Entries that no configuration file names; the hosts and the renderer are found through electron.vite.config.ts.
  entry: [
    'src/simulator/main.ts',
    'src/main/hosts/cli/main.ts',
    'scripts/*.{mjs,ts}',
    'scripts/lib/*-summary.mjs',
    'test/**/*.test.{ts,tsx}',
    'test/**/run.{ts,mjs}',
    'test/electron/standin/{electron,parent-port}.ts',
    'test/e2e/**/*.spec.ts',
    // Built by itself, as a page.
    'test/bench/empty-page/main.ts',
    // Started as processes of their own.
    'test/kills/{*publisher,caller,authorizer,co-seller}.ts',
    'test/bulk/worker.ts',
    'test/integration/storage/open-and-count.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'scripts/**/*.{mjs,ts}', 'test/**/*.{ts,tsx}'],
  // A type that appears in an exported signature is part of it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Run by path (scripts/run.mjs).
    'prettier',
  ],
  // Schemas and their types are the contract: exported for scripts and tests alike.
  ignore: ['src/shared/**'],
};

export default config;
