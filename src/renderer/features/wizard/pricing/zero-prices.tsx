/** AWS's own words for offers with a price of zero: only by explicit choice. */
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

export function ZeroPrices() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  return (
    <Container>
      <DraftField path="allowZeroPrices" label={t('zero.label')}>
        {() => (
          <Checkbox
            checked={draft.allowZeroPrices}
            description={t('zero.description')}
            onChange={({ detail }) => {
              dispatch({ type: 'zeroPrices.allow', allowed: detail.checked });
              touch('allowZeroPrices');
            }}
          >
            {t('zero.enable')}
          </Checkbox>
        )}
      </DraftField>
    </Container>
  );
}
