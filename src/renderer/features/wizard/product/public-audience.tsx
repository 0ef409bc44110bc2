/** In place of buyers: a public offer is for everybody who buys the product, in all countries or in some. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { CountriesField } from './countries-field.tsx';
import { ProductField } from './product-field.tsx';

export function PublicAudience() {
  const t = useTexts('wizard');
  const { draft } = useEditor();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('section.product')}</Header>}>
        <SpaceBetween size="l">
          <ProductField />
          <DraftField path="kind" label={t('kind.label')}>
            {() => <>{draft.kind === null ? t('public.otherKind') : t(`kind.${draft.kind}.label`)}</>}
          </DraftField>
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{t('public.audience')}</Header>}>
        <SpaceBetween size="l">
          <Alert>{t('public.everybody')}</Alert>
          <DraftField path="buyers" label={t('review.label.buyers')}>
            {() => <>{t('public.all')}</>}
          </DraftField>
          <CountryChoice />
          <CountriesField />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function CountryChoice() {
  const t = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  return (
    <DraftField path="excludesCountries" label={t('public.countries.label')}>
      {() => (
        <RadioGroup
          value={draft.excludesCountries ? 'except' : 'only'}
          items={(['only', 'except'] as const).map((value) => ({ value, label: t(`public.countries.${value}`) }))}
          onChange={({ detail }) => dispatch({ type: 'countries.exclude', excluded: detail.value === 'except' })}
        />
      )}
    </DraftField>
  );
}
