/** A failure in words: what happened, the fields concerned, AWS's own words with the request id, what to do next. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { Texts } from './texts.ts';

export function errorLines(error: AppError, texts: Texts): string[] {
  const params = { ...error.params, code: error.code };
  const what = texts.has(error.messageKey) ? error.messageKey : 'errors:internal.what';
  const next = texts.has(error.remedyKey) ? error.remedyKey : 'errors:internal.next';
  return [
    texts.t(what, params),
    ...error.fields.map(({ path, messageKey, params: given }) => {
      const text = texts.has(messageKey) ? texts.t(messageKey, given) : texts.t('errors:field.custom');
      return `  ${path ? `${path}: ` : ''}${text}`;
    }),
    ...(error.aws
      ? [
          `  ${error.aws.service} ${error.aws.operation}: ${error.aws.code}: ${error.aws.message}`,
          ...(error.aws.requestId ? [`  ${texts.t('requestId', { id: error.aws.requestId })}`] : []),
        ]
      : []),
    ...(error.action?.kind === 'copy-command' ? [`  ${error.action.command}`] : []),
    texts.t(next, params),
  ];
}
