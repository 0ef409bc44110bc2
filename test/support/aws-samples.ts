/** Reads the sample data that AWS published, from the folder named by OFFERDECK_SAMPLES. It is never part of this repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const samplesFolder = process.env['OFFERDECK_SAMPLES'] ?? null;

/** Said when a test is skipped for want of the samples. */
export const NO_SAMPLES = 'OFFERDECK_SAMPLES is not set: AWS sample data is not part of this repository';

export function readSample(path: string): unknown {
  if (samplesFolder === null) throw new Error(NO_SAMPLES);
  return JSON.parse(readFileSync(join(samplesFolder, path), 'utf8'));
}
