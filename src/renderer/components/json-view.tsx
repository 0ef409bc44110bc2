/** A document as JSON, to read and to copy. */
import './json-view.css';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../i18n/context.tsx';

export function JsonView({ value, label }: { value: unknown; label: string }) {
  const t = useTexts('common');
  const text = JSON.stringify(value, null, 2);
  return (
    <SpaceBetween size="xs">
      <CopyToClipboard
        copyButtonText={t('copy')}
        copyButtonAriaLabel={`${t('copy')}: ${label}`}
        textToCopy={text}
        copySuccessText={t('copied')}
        copyErrorText={t('copyFailed')}
      />
      {/* Scrollable by keyboard: the text may be far longer than the page. */}
      <pre className="json-view" tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </SpaceBetween>
  );
}
