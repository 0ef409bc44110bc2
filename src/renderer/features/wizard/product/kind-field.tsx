/** What is sold where a product allows several kinds of offer, and whether it is paid in instalments. */
import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { offerKindSchema } from '../../../../shared/domain/offer/draft.ts';
import { kindsForProduct, OFFER_KIND_FACTS } from '../../../../shared/domain/offer/kinds.ts';
import { productPartsFor } from '../../../../shared/domain/offer/prefill.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

export function KindField() {
  const t = useTexts('wizard');
  const { draft, product, dispatch, touch } = useEditor();
  if (!product) return null;
  const kinds = kindsForProduct(product);
  if (kinds.length === 0 && draft.kind === null) {
    return (
      <div data-path="kind">
        <Alert type="warning" header={t('kind.none')}>
          {t('kind.noneBody')}
        </Alert>
      </div>
    );
  }
  // An imported offer may be of a kind that the product's dimensions do not suggest.
  const choices = draft.kind && !kinds.includes(draft.kind) ? [...kinds, draft.kind] : kinds;
  return (
    <DraftField path="kind" label={t('kind.label')} description={t('kind.description')}>
      {() => (
        <RadioGroup
          value={draft.kind}
          items={choices.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}.label`),
            description: t(`kind.${kind}.description`),
          }))}
          onChange={({ detail }) => {
            const kind = offerKindSchema.parse(detail.value);
            dispatch({ type: 'kind.choose', kind, parts: productPartsFor(product, kind) });
            touch('kind');
          }}
        />
      )}
    </DraftField>
  );
}

export function InstallmentsField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  if (draft.kind === null || !OFFER_KIND_FACTS[draft.kind].installments) return null;
  return (
    <DraftField path="installments.enabled" label={t('installments.label')}>
      {() => (
        <Checkbox
          checked={draft.installments.enabled}
          description={t('installments.description')}
          onChange={({ detail }) => {
            dispatch({ type: 'installments.enable', enabled: detail.checked });
            touch('installments.enabled');
          }}
        >
          {t('installments.enable')}
        </Checkbox>
      )}
    </DraftField>
  );
}
