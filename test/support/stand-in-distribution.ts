/** A stand-in for an unpacked Electron distribution: enough for electron-builder to pack the app and flip the fuses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** Marks the fuse wire inside an executable (see @electron/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_COUNT = 9;
const WIRE_VERSION = 1;

export async function writeStandInDistribution(folder: string): Promise<void> {
  const app = join(folder, 'default-app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'main.js'), '');
  writeFileSync(join(app, 'package.json'), '{"name":"default","main":"main.js"}');
  mkdirSync(join(folder, 'dist', 'resources'), { recursive: true });
  await createPackage(app, join(folder, 'dist', 'resources', 'default_app.asar'));
  // '0' is a fuse that is off; flipping needs a wire to write to.
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([WIRE_VERSION, FUSE_COUNT]),
    Buffer.from('0'.repeat(FUSE_COUNT)),
  ]);
  writeFileSync(join(folder, 'dist', 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), {
    mode: 0o755,
  });
  writeFileSync(join(folder, 'dist', 'LICENSE'), '');
  writeFileSync(join(folder, 'dist', 'LICENSES.chromium.html'), '');
  writeFileSync(join(folder, 'dist', 'version'), '45.4.1');
}
