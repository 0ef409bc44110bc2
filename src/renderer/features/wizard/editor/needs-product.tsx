/** Shown by steps that depend on the product while none is chosen. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from './context.ts';

export function NeedsProduct() {
  const t = useTexts('wizard');
  const { goTo } = useEditor();
  return (
    <Alert
      header={t('needsProduct.title')}
      action={<Button onClick={() => goTo('product')}>{t('needsProduct.choose')}</Button>}
    >
      {t('needsProduct.body')}
    </Alert>
  );
}
