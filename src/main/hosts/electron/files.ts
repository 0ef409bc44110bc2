/** Saving through the system's dialog. */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Dialog } from 'electron';
import type { Files } from '../../ports.ts';

export function createFiles(dialog: Pick<Dialog, 'showSaveDialog'>): Files {
  return {
    async saveText({ suggestedName, text }) {
      const extension = extname(suggestedName).slice(1);
      const answer = await dialog.showSaveDialog({
        defaultPath: suggestedName,
        filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
      });
      if (answer.canceled || !answer.filePath) return { path: null, downloadInRenderer: false };
      await writeFile(answer.filePath, text, 'utf8');
      return { path: answer.filePath, downloadInRenderer: false };
    },
  };
}
