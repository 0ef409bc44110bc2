/** One term of an offer: in words where this version knows it, as AWS returned it where not. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { OfferDetail } from '../../../shared/domain/offer/offer.ts';
import { JsonView } from '../json-view.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { LegalView, NetPaymentView, SupportView, ValidityView, VerificationView } from './plain-views.tsx';
import { ContractView, FixedView, FreeTrialView, RecurringView, UsageView } from './pricing-views.tsx';
import { RenewalView } from './renewal-view.tsx';
import { ScheduleView } from './schedule-view.tsx';
import * as schemas from './schemas.ts';

type Show = (raw: unknown) => ReactNode | null;

/** null where the term does not have the form that AWS documents. */
function view<S extends z.ZodType>(schema: S, View: (props: { term: z.output<S> }) => ReactNode): Show {
  return (raw) => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? <View term={parsed.data} /> : null;
  };
}

const VIEWS: Readonly<Record<string, Show>> = {
  UsageBasedPricingTerm: view(schemas.usageTerm, UsageView),
  ConfigurableUpfrontPricingTerm: view(schemas.contractTerm, ContractView),
  FixedUpfrontPricingTerm: view(schemas.fixedTerm, FixedView),
  RecurringPaymentTerm: view(schemas.recurringTerm, RecurringView),
  FreeTrialPricingTerm: view(schemas.freeTrialTerm, FreeTrialView),
  ByolPricingTerm: () => <ByolView />,
  PaymentScheduleTerm: view(schemas.scheduleTerm, ScheduleView),
  ValidityTerm: view(schemas.validityTerm, ValidityView),
  LegalTerm: view(schemas.legalTerm, LegalView),
  SupportTerm: view(schemas.supportTerm, SupportView),
  NetPaymentTerm: view(schemas.netPaymentTerm, NetPaymentView),
  RenewalTerm: view(schemas.renewalTerm, RenewalView),
  CustomerVerificationTerm: view(schemas.verificationTerm, VerificationView),
};

export function TermView({ term }: { term: OfferDetail['terms'][number] }) {
  const t = useTexts('offers');
  const shown = VIEWS[term.type]?.(term.raw) ?? null;
  return (
    <SpaceBetween size="xs">
      <Box variant="h3">{term.known ? t(`terms.${term.type}`) : term.type}</Box>
      {shown ?? <UnknownTerm term={term} />}
    </SpaceBetween>
  );
}

function UnknownTerm({ term }: { term: OfferDetail['terms'][number] }) {
  const t = useTexts('offers');
  return (
    <SpaceBetween size="xs">
      <Alert type="info">{t('terms.unknown')}</Alert>
      <JsonView value={term.raw} label={term.type} />
    </SpaceBetween>
  );
}

function ByolView() {
  const t = useTexts('offers');
  return <Box>{t('terms.byolSays')}</Box>;
}
