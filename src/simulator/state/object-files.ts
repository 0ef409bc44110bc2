/** Contents of S3 objects beside the state file, one file per content, so that an upload is written once. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createObject, type Buckets } from '../s3/buckets.ts';

export interface SavedObject {
  readonly bucket: string;
  readonly key: string;
  readonly sha256: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly checksums: Readonly<Record<string, string>>;
  readonly modifiedAt: number;
}

/** Writes contents that are not there yet and answers what the state file has to remember. */
export async function saveObjects(folder: string, buckets: Buckets): Promise<readonly SavedObject[]> {
  const saved: SavedObject[] = [];
  const present = await listFiles(folder);
  for (const bucket of buckets.all()) {
    for (const [key, object] of bucket.objects) {
      const { sha256, headers, checksums, modifiedAt } = object;
      if (!present.has(sha256)) {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${sha256}.tmp`), object.bytes, { mode: 0o600 });
        await rename(join(folder, `${sha256}.tmp`), join(folder, sha256));
        present.add(sha256);
      }
      saved.push({ bucket: bucket.name, key, sha256, headers, checksums, modifiedAt });
    }
  }
  return saved;
}

export async function loadObjects(folder: string, saved: readonly SavedObject[], buckets: Buckets): Promise<void> {
  for (const { bucket, key, sha256, ...rest } of saved) {
    const bytes = await readFile(join(folder, sha256));
    buckets.get(bucket)?.objects.set(key, createObject({ ...rest, bytes }));
  }
}

/** Removes contents that no object has any more; only when nothing is being written. */
export async function sweepObjects(folder: string, saved: readonly SavedObject[]): Promise<void> {
  const wanted = new Set(saved.map(({ sha256 }) => sha256));
  for (const name of await listFiles(folder)) {
    if (!wanted.has(name)) await rm(join(folder, name), { force: true });
  }
}

async function listFiles(folder: string): Promise<Set<string>> {
  try {
    return new Set(await readdir(folder));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Set();
    throw error;
  }
}
