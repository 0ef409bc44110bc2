/** Step: which product, which partners, for which buyers, and how it is sold. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { InstallmentsField, KindField } from '../../wizard/product/kind-field.tsx';
import { ProductField } from '../../wizard/product/product-field.tsx';
import { AccountsField } from './accounts-field.tsx';
import { useAuthorization } from './context.ts';
import { PartnerSuggestions } from './partner-suggestions.tsx';

export function ProductPartnerStep() {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const { draft, dispatch } = useAuthorization();
  const { dispatch: dispatchShared } = useEditor();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{wizard('section.product')}</Header>}>
        <SpaceBetween size="l">
          <ProductField />
          <KindField />
          <InstallmentsField />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{t('section.partner')}</Header>}>
        <SpaceBetween size="s">
          <AccountsField
            path="resellers"
            label={t('resellers.label')}
            description={t('resellers.description')}
            constraint={t('resellers.constraint')}
            ids={draft.resellers}
            onAdd={(ids) => dispatch({ type: 'resellers.add', ids })}
            onRemove={(id) => dispatch({ type: 'resellers.remove', id })}
          />
          <PartnerSuggestions />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{t('section.buyers')}</Header>}>
        <AccountsField
          path="buyers"
          label={t('buyers.label')}
          description={t('buyers.description')}
          constraint={t('buyers.constraint')}
          optional
          ids={draft.buyers}
          onAdd={(ids) => dispatchShared({ type: 'buyers.add', ids })}
          onRemove={(id) => dispatchShared({ type: 'buyers.remove', id })}
        />
      </Container>
    </SpaceBetween>
  );
}
