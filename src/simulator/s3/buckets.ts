/** Buckets and what lies in them; each bucket belongs to one account. */
import { createHash } from 'node:crypto';

export interface StoredObject {
  readonly bytes: Uint8Array;
  /** Quoted, as HTTP writes it. */
  readonly etag: string;
  /** Hex; names the content in the saved state. */
  readonly sha256: string;
  /** Content headers and user metadata, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Checksum headers as the client sent them. */
  readonly checksums: Readonly<Record<string, string>>;
  /** Epoch milliseconds, real time. */
  readonly modifiedAt: number;
}

export interface Bucket {
  readonly name: string;
  readonly ownerAccountId: string;
  /** Anybody may read, nobody has to sign. */
  readonly isPublic: boolean;
  readonly objects: Map<string, StoredObject>;
}

export interface Buckets {
  get(name: string): Bucket | null;
  all(): readonly Bucket[];
  clear(): void;
}

export function createBuckets(seeds: readonly Omit<Bucket, 'objects'>[]): Buckets {
  const buckets = new Map(seeds.map((seed) => [seed.name, { ...seed, objects: new Map<string, StoredObject>() }]));
  return {
    get: (name) => buckets.get(name) ?? null,
    all: () => [...buckets.values()],
    clear() {
      for (const bucket of buckets.values()) bucket.objects.clear();
    },
  };
}

export function createObject(parts: Omit<StoredObject, 'etag' | 'sha256'>): StoredObject {
  return {
    ...parts,
    etag: `"${createHash('md5').update(parts.bytes).digest('hex')}"`,
    sha256: createHash('sha256').update(parts.bytes).digest('hex'),
  };
}
