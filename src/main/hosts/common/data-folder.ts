/** Where data lives: one folder a mode under one root, readable by the owner only. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import type { Mode } from '../../../shared/contract/app.ts';

export function defaultDataRoot(): string {
  return envPaths('Offerdeck', { suffix: '' }).data;
}

export function modeFolder(dataRoot: string, mode: Mode): string {
  const folder = join(dataRoot, mode);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
