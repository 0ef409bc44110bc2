/** The two sentences of an error in the user's language: what happened, what to do next. */
import { useMemo } from 'react';
import type { AppError, FieldError } from '../../shared/errors/app-error.ts';
import { useAnyText, useHasText } from '../i18n/context.tsx';

export interface ErrorTexts {
  readonly what: string;
  readonly next: string;
}

export function useErrorTexts(): (error: AppError) => ErrorTexts {
  const text = useAnyText();
  const has = useHasText();
  return useMemo(
    () => (error) => {
      const params = { ...error.params, code: error.code };
      return {
        what: text(has(error.messageKey) ? error.messageKey : 'errors.internal.what', params),
        next: text(has(error.remedyKey) ? error.remedyKey : 'errors.internal.next', params),
      };
    },
    [text, has],
  );
}

export function useFieldErrorText(): (field: FieldError) => string {
  const text = useAnyText();
  const has = useHasText();
  return useMemo(
    () => (field) => text(has(field.messageKey, field.params) ? field.messageKey : 'errors.field.custom', field.params),
    [text, has],
  );
}
