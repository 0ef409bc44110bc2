/** Which findings stand at a field now. */
import { isPathWithin } from '../../../../shared/domain/offer/wizard/definition.ts';
import type { AwsFieldError } from './aws-errors.ts';
import { useEditor, type Editor, type FieldFinding } from './context.ts';

export interface FieldFindings {
  readonly errors: readonly FieldFinding[];
  readonly warnings: readonly FieldFinding[];
  readonly aws: readonly AwsFieldError[];
}

type Source = Pick<Editor, 'findings' | 'awsErrors' | 'showsAll' | 'touched' | 'stepOf'>;

/** Nobody is told off about a field before having been there, or having left its step. */
export function isShownYet(
  { showsAll, touched, stepOf }: Pick<Editor, 'showsAll' | 'touched' | 'stepOf'>,
  path: string,
): boolean {
  return showsAll || touched.has(path) || touched.has(stepOf(path) ?? '');
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
