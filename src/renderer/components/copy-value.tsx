/** A value with a button that copies it. */
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { useTexts } from '../i18n/context.tsx';

interface CopyValueProps {
  readonly text: string;
  /** What the button says to whoever hears it, where "Copy" and the value do not say it. */
  readonly label?: string;
}

export function CopyValue({ text, label }: CopyValueProps) {
  const t = useTexts('common');
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={label ?? `${t('copy')}: ${text}`}
      copySuccessText={t('copied')}
      copyErrorText={t('copyFailed')}
    />
  );
}
