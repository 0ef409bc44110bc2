/** Secrets by the operating system (safeStorage, asynchronous calls); refused where it offers only plain text. */
import type { SafeStorage } from 'electron';
import type { SecretBox } from '../../ports.ts';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

export function createSecretBox(storage: Storage, platform: NodeJS.Platform): SecretBox {
  async function availability(): ReturnType<SecretBox['availability']> {
    if (!(await storage.isAsyncEncryptionAvailable())) {
      return { available: false, reasonKey: 'common:encryption.unavailable' };
    }
    // `basic_text` is a password known to everyone who has read Chromium: plain text by another name.
    if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())) {
      return { available: false, reasonKey: 'common:encryption.plain-text-only' };
    }
    return { available: true };
  }
  async function insist(): Promise<void> {
    const answer = await availability();
    if (!answer.available) throw new Error(answer.reasonKey);
  }
  return {
    availability,
    async encrypt(plain) {
      await insist();
      return (await storage.encryptStringAsync(plain)).toString('base64');
    },
    async decrypt(cipher) {
      await insist();
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(cipher, 'base64'));
      return { plain: result, stale: shouldReEncrypt };
    },
  };
}
