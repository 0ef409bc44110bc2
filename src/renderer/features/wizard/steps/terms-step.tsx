/** Step: terms that an offer may have beside price, service and EULA. Nothing here must be filled in. */
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { NetPaymentField } from '../terms/net-payment-field.tsx';
import { OfferSetField } from '../terms/offer-set-field.tsx';
import { RefundPolicyField } from '../terms/refund-policy-field.tsx';
import { RenewalTermSection } from '../terms/renewal-term-section.tsx';
import { VerificationField } from '../terms/verification-field.tsx';

export function TermsStep() {
  const t = useTexts('wizard');
  const { draft } = useEditor();
  const refunds = (
    <Container header={<Header variant="h2">{t('section.refundPolicy')}</Header>}>
      <RefundPolicyField />
    </Container>
  );
  if (isPublicOffer(draft)) return refunds;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('section.netPayment')}</Header>}>
        <NetPaymentField />
      </Container>
      <RenewalTermSection />
      {refunds}
      <ExpandableSection
        variant="container"
        headerText={t('section.offerSet')}
        defaultExpanded={draft.offerSetId !== null}
      >
        <OfferSetField />
      </ExpandableSection>
      <ExpandableSection
        variant="container"
        headerText={t('section.verification')}
        defaultExpanded={draft.customerVerification !== null}
      >
        <VerificationField />
      </ExpandableSection>
    </SpaceBetween>
  );
}
