/** The object key of a document in an account's EULA bucket. */
import type { EulaBucket } from './account.ts';

/** The prefix is a folder, with or without its closing slash. */
export function toEulaKey(bucket: EulaBucket, name: string): string {
  if (bucket.prefix === '' || bucket.prefix.endsWith('/')) return `${bucket.prefix}${name}`;
  return `${bucket.prefix}/${name}`;
}
