/** Says why prices show keys in place of names. */
import Alert from '@cloudscape-design/components/alert';
import { useTexts } from '../../i18n/context.tsx';

export function HiddenDimensions({ areHidden }: { areHidden: boolean }) {
  const t = useTexts('channel');
  return areHidden ? <Alert type="info">{t('dimensionsHidden')}</Alert> : null;
}
