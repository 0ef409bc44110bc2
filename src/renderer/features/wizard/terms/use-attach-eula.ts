/** Reads a chosen PDF and has the core check and keep it. */
import { useState } from 'react';
import type { EulaFile } from '../../../../shared/domain/offer/draft.ts';
import { createAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import { toAppError } from '../../../components/app-error-view.tsx';
import { toBase64 } from '../../../components/file-base64.ts';
import { useEditor } from '../editor/context.ts';

/** As large as the contract takes once encoded; the core says the exact limit for smaller ones. */
const LARGEST_READ_BYTES = 22_000_000;
const LONGEST_NAME = 255;

/** `onFile`: the checked file, to be named in the draft. */
export function useAttachEula(onFile: (file: EulaFile) => void) {
  const { attach: keep } = useEditor();
  const [chosen, setChosen] = useState<File[]>([]);
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function read(file: File): Promise<void> {
    const problem = await findProblem(file);
    if (problem) {
      setError(problem);
      return;
    }
    const name = file.name.slice(-LONGEST_NAME);
    onFile(await keep({ name, base64: await toBase64(file) }));
    setChosen([]);
  }

  return {
    chosen,
    isReading,
    error,
    attach(file: File | null) {
      setError(null);
      setChosen(file ? [file] : []);
      if (!file) return;
      setReading(true);
      read(file)
        .catch((failure: Error) => setError(toAppError(failure)))
        .finally(() => setReading(false));
    },
  };
}

/** What can be told at once; the core looks deeper. */
async function findProblem(file: File): Promise<AppError | null> {
  const head = await file.slice(0, 5).text();
  if (head !== '%PDF-') return createAppError('eula-not-pdf');
  if (file.size > LARGEST_READ_BYTES) {
    return createAppError('eula-too-large', { params: { limitMb: Math.floor(LARGEST_READ_BYTES / 1024 / 1024) } });
  }
  return null;
}
