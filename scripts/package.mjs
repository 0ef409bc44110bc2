// `npm run package`: builds installers for this system with electron-builder. Arguments go on to it, e.g. `-- --dir`.
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findNode24 } from './lib/node24.mjs';
import { run, toolEnvironment, toolPath } from './lib/process.mjs';

await ensureInstalled();
const node24 = findNode24();
await ensureBuilt(node24);
const args = [
  toolPath('electron-builder/cli.js'),
  '--config',
  'electron-builder.yml',
  '--publish',
  'never',
  ...process.argv.slice(2),
];
process.exit(await run(node24, args, { env: toolEnvironment(node24) }));
