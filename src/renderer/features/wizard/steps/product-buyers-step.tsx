/** Step: which product, for whom, and how it is sold. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { replacementOf } from '../../../../shared/domain/offer/replaced-agreement.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { BuyersField } from '../product/buyers-field.tsx';
import { CountriesField } from '../product/countries-field.tsx';
import { InstallmentsField, KindField } from '../product/kind-field.tsx';
import { ProductField } from '../product/product-field.tsx';
import { PublicAudience } from '../product/public-audience.tsx';
import { ResalePanel } from '../product/resale-panel.tsx';
import { ReplacedAgreementPanel } from '../product/replaced-agreement.tsx';

export function ProductBuyersStep() {
  const t = useTexts('wizard');
  const { draft } = useEditor();
  // What the agreement says already cannot be chosen again.
  if (replacementOf(draft) !== null) {
    return (
      <SpaceBetween size="l">
        <ReplacedAgreementPanel />
        <ResalePanel />
      </SpaceBetween>
    );
  }
  if (isPublicOffer(draft)) return <PublicAudience />;
  const isResale = resaleOf(draft) !== null;
  return (
    <SpaceBetween size="l">
      {isResale ? <ResalePanel /> : <ProductPanel />}
      <Container header={<Header variant="h2">{t('section.buyers')}</Header>}>
        <SpaceBetween size="l">
          <BuyersField />
          {!isResale && <CountriesField />}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function ProductPanel() {
  const t = useTexts('wizard');
  return (
    <Container header={<Header variant="h2">{t('section.product')}</Header>}>
      <SpaceBetween size="l">
        <ProductField />
        <KindField />
        <InstallmentsField />
      </SpaceBetween>
    </Container>
  );
}
