/** What a call was for, in plain words; what has none yet is shown as AWS calls it. */
import { useMemo } from 'react';
import type { CallPurpose } from '../../../shared/domain/sync/call.ts';
import { useHasText, useTexts } from '../../i18n/context.tsx';

export function usePurposeText(): (purpose: CallPurpose) => string {
  const t = useTexts('sync-log');
  const has = useHasText();
  return useMemo(
    () =>
      ({ service, operation, variant }) => {
        const key = `purpose.${service}.${operation.replaceAll('.', '-')}`;
        const text = has(`sync-log:${key}`) ? t(key) : operation;
        if (variant === null) return text;
        const words = has(`sync-log:variant.${variant}`) ? t(`variant.${variant}`) : variant;
        // A change says by itself what it does.
        return operation === 'StartChangeSet' && words !== variant ? words : `${text}: ${words}`;
      },
    [t, has],
  );
}
