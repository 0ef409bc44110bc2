/** The files chosen for an import: the YAML, the PDF that it names, and what is wrong with each. */
import { useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';

type NamedEula = MethodOutput<'files.eula'>['eula'];

/** Keys of `templates:import.problem`. */
type FileProblem = 'kind' | 'secondYaml' | 'secondPdf';

const isYaml = ({ name }: File) => /\.ya?ml$/i.test(name);
const isPdf = ({ name }: File) => /\.pdf$/i.test(name);

export function useImportFiles() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [named, setNamed] = useState<NamedEula>(null);
  const look = useCallMutation('files.eula');
  const yaml = files.find(isYaml) ?? null;
  const pdf = files.find(isPdf) ?? null;

  async function choose(chosen: readonly File[]) {
    setFiles(chosen);
    const next = chosen.find(isYaml);
    if (next === yaml) return;
    setNamed(null);
    look.reset();
    if (!next) return;
    look.mutate({ text: await next.text() }, { onSuccess: ({ eula }) => setNamed(eula) });
  }

  return {
    files,
    yaml,
    pdf,
    /** One of each is taken; a third file, or of another kind, is said at that file. */
    problems: files.map((file): FileProblem | null => {
      if (isYaml(file)) return file === yaml ? null : 'secondYaml';
      if (isPdf(file)) return file === pdf ? null : 'secondPdf';
      return 'kind';
    }),
    /** The name of the PDF that is still to be chosen. */
    missingPdf: named && !named.atHand && pdf === null ? named.name : null,
    /** Whether the PDF belongs to nothing, as far as the YAML has been read. */
    isPdfUnnamed: pdf !== null && look.isSuccess && named === null,
    error: look.error,
    isReading: look.isPending,
    choose: (chosen: readonly File[]) => void choose(chosen),
  };
}
