/** Looks up the text of a field's error by its path; only for fields that have been asked about. */
import type { FieldError } from '../../../shared/errors/app-error.ts';
import { useFieldErrorText } from '../../components/use-error-texts.ts';

/** Text for a path under `settings.` or `keys`; empty when there is none. */
export type ErrorAt = (path: string) => string;

export function useErrorAt(errors: readonly FieldError[]): ErrorAt {
  const text = useFieldErrorText();
  return (path) => {
    const found = errors.find((error) => error.path === path);
    return found ? text(found) : '';
  };
}

/** Errors of the fields that a step of the setup shows. */
export function errorsUnder(errors: readonly FieldError[], prefixes: readonly string[]): FieldError[] {
  return errors.filter(({ path }) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`)));
}
