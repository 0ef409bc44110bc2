/** Which findings stand at a field now. */
import type { Finding } from '../../../../shared/domain/offer/finding.ts';
import { isPathWithin, stepOfPath } from '../../../../shared/domain/offer/wizard/definition.ts';
import type { AwsFieldError } from './aws-errors.ts';
import { useEditor, type Editor } from './context.ts';

export interface FieldFindings {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly aws: readonly AwsFieldError[];
}

type Source = Pick<Editor, 'findings' | 'awsErrors' | 'showsAll' | 'touched'>;

/** Nobody is told off about a field before having been there, or having left its step. */
export function isShownYet({ showsAll, touched }: Pick<Editor, 'showsAll' | 'touched'>, path: string): boolean {
  return showsAll || touched.has(path) || touched.has(stepOfPath(path) ?? '');
}

/** `deep` also takes what stands below the path, for groups whose parts show nothing themselves. */
export function findingsAt(source: Source, path: string, deep = false): FieldFindings {
  const isHere = (found: string) => (deep ? isPathWithin(found, path) : found === path);
  const here = isShownYet(source, path) ? source.findings.filter((finding) => isHere(finding.path)) : [];
  return {
    errors: here.filter(({ severity }) => severity === 'error'),
    warnings: here.filter(({ severity }) => severity !== 'error'),
    aws: source.awsErrors.filter((error) => isHere(error.path)),
  };
}

export function useFieldFindings(path: string, deep = false): FieldFindings {
  return findingsAt(useEditor(), path, deep);
}
