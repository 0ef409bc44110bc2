/** Ids of the seed world: made from a name, so that they look like AWS's and are the same at every start. */
import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** e.g. `prod-` and 13 lower-case letters and digits. */
export function seedId(prefix: 'prod' | 'offer' | 'agmt' | 'resaleauthz' | 'offerset', name: string): string {
  return `${prefix}-${seedText(`${prefix} ${name}`, prefix === 'agmt' ? 25 : 13)}`;
}

const made = new Map<string, string>();

/** The world names the same things again and again, and hashing them is most of the work of making it. */
export function seedText(name: string, length: number): string {
  const key = `${length} ${name}`;
  const known = made.get(key) ?? hashText(name, length);
  made.set(key, known);
  return known;
}

function hashText(name: string, length: number): string {
  const bytes = createHash('sha256').update(name).digest();
  return Array.from({ length }, (_, index) => ALPHABET.charAt((bytes[index] ?? 0) % ALPHABET.length)).join('');
}
