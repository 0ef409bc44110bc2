/** Says which parts of the page AWS did not give, and what it answered. */
import Alert from '@cloudscape-design/components/alert';
import type { MissingPart } from '../../../../shared/domain/agreement/agreement.ts';
import { useAnyText, useHasText, useTexts } from '../../../i18n/context.tsx';

export function MissingParts({ parts }: { parts: readonly MissingPart[] }) {
  const t = useTexts('agreements');
  const any = useAnyText();
  const has = useHasText();
  if (parts.length === 0) return null;
  const why = (code: string) => (has(`errors:${code}.what`) ? any(`errors:${code}.what`) : code);
  return (
    <Alert type="warning" header={t('missing.title')}>
      <ul className="plain-list">
        {parts.map(({ part, code, message }) => (
          <li key={part}>
            {t(`missing.${part}`)}: {why(code)} {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
