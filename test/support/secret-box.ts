/** A secret box that really encrypts (AES-256-GCM with a key of its own), for hosts that tests stand in for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../../src/main/ports.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface TestSecretBox extends SecretBox {
  /** From now on everything sealed so far counts as stale, as after a key change of the operating system. */
  makeStale(): void;
}

export function createTestSecretBox(): TestSecretBox {
  const key = randomBytes(32);
  let stale = false;
  return {
    makeStale() {
      stale = true;
    },
    availability: async () => ({ available: true }),
    async encrypt(plain) {
      stale = false;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    async decrypt(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return { plain: plain.toString('utf8'), stale };
    },
  };
}

export const noSecretBox: SecretBox = {
  availability: async () => ({ available: false, reasonKey: 'encryption:browser-host' }),
  encrypt: async () => Promise.reject(new Error('there is no encryption here')),
  decrypt: async () => Promise.reject(new Error('there is no encryption here')),
};
