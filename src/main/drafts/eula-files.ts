/** Custom EULAs, kept by the hash of their content until publishing uploads them. */
import { createHash } from 'node:crypto';
import { fail } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { findPdfProblem, LARGEST_EULA_BYTES } from './pdf.ts';

/** A file may wait this long for the save of the draft that names it. */
const UNNAMED_FOR_MS = 24 * 60 * 60 * 1000;

export interface EulaFiles {
  /** Checks that AWS will be able to read it and keeps it. */
  add(base64: string): { sha256: string; sizeBytes: number };
  /** Throws `not-found` when the content is gone. */
  get(sha256: string): Uint8Array;
  has(sha256: string): boolean;
  /** Drops what no draft and no unfinished change names. */
  dropUnused(): void;
}

export function createEulaFiles(deps: { database: Database; clock: Clock }): EulaFiles {
  const { database, clock } = deps;
  return {
    add(base64) {
      const bytes = decode(base64);
      const problem = findPdfProblem(bytes);
      if (problem) {
        const limitMb = LARGEST_EULA_BYTES / 1024 / 1024;
        fail(problem, {
          params: { limitMb },
          fields: [{ path: 'base64', messageKey: `errors:${problem}.what`, params: { limitMb } }],
        });
      }
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      database.run(
        'INSERT INTO eula_files (sha256, size_bytes, content, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET created_at = excluded.created_at',
        sha256,
        bytes.length,
        bytes,
        new Date(clock.realNow()).toISOString(),
      );
      return { sha256, sizeBytes: bytes.length };
    },
    get(sha256) {
      const row = database.get<{ content: Uint8Array }>('SELECT content FROM eula_files WHERE sha256 = ?', sha256);
      return row?.content ?? fail('not-found', { params: { name: sha256 } });
    },
    has(sha256) {
      return database.get('SELECT 1 FROM eula_files WHERE sha256 = ?', sha256) !== undefined;
    },
    dropUnused() {
      database.run(
        `DELETE FROM eula_files WHERE created_at < ? AND sha256 NOT IN (
           SELECT json_extract(document, '$.eula.file.sha256') AS named FROM drafts WHERE named IS NOT NULL
           UNION SELECT json_extract(document, '$.setAside.eulaFile.sha256') AS named FROM drafts WHERE named IS NOT NULL
           UNION SELECT eula_sha256 FROM versions WHERE eula_sha256 IS NOT NULL
           UNION SELECT eula_sha256 FROM templates WHERE eula_sha256 IS NOT NULL
           UNION SELECT json_extract(document, '$.eula.file.sha256') AS named FROM authorization_drafts WHERE named IS NOT NULL
           UNION SELECT json_extract(document, '$.setAside.eulaFile.sha256') AS named FROM authorization_drafts WHERE named IS NOT NULL
           UNION SELECT json_extract(document, '$.resellerContract.file.sha256') AS named FROM authorization_drafts WHERE named IS NOT NULL
           UNION SELECT json_extract(document, '$.setAsideResellerFile.sha256') AS named FROM authorization_drafts WHERE named IS NOT NULL
           UNION SELECT json_extract(file.value, '$.sha256') FROM changes, json_each(changes.documents) AS file
             WHERE state IN ('intended', 'eula-uploaded', 'sending', 'sent'))`,
        new Date(clock.realNow() - UNNAMED_FOR_MS).toISOString(),
      );
    },
  };
}

function decode(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  // Buffer skips what is not base64; a difference in length tells.
  if (Math.ceil(bytes.length / 3) !== Math.ceil(base64.replace(/=+$/, '').length / 4)) {
    fail('invalid-input', { fields: [{ path: 'base64', messageKey: 'errors:field.base64', params: {} }] });
  }
  return bytes;
}
