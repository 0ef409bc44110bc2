/** One term of an authorization in words: as an offer's where offers have it too, else in its own. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { AuthorizationDetail } from '../../../../shared/domain/authorization/authorization.ts';
import { offerTermName } from '../../../../shared/domain/authorization/wire.ts';
import { cutToDate } from '../../../../shared/domain/dates/plain-date.ts';
import { TermView } from '../../../components/terms/term-view.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

type Term = AuthorizationDetail['terms'][number];

const account = z.union([z.string(), z.object({ AwsAccountId: z.string(), LegalName: z.string().nullish() })]);
const targetingSchema = z.object({ PositiveTargeting: z.object({ BuyerAccounts: z.array(account) }) });
const startSchema = z.object({ MaximumAgreementStartDate: z.string() });
const paymentSchema = z.object({ PaymentDuePeriod: z.string() });
const legalSchema = z.object({ Documents: z.array(z.object({ Type: z.string(), Version: z.string().nullish() })) });

const KNOWN_DOCUMENTS = [
  'StandardEula',
  'CustomEula',
  'EnterpriseEula',
  'StandardResellerContract',
  'CustomResellerContract',
];

export function AuthorizationTermView({ term }: { term: Term }) {
  const t = useTexts('authorizations');
  const shared = offerTermName(term.type);
  const own = useOwnView()(term);
  if (shared !== null) return <TermView term={{ ...term, type: shared }} />;
  if (own === null) return <TermView term={{ ...term, known: false }} />;
  return (
    <SpaceBetween size="xs">
      <Box variant="h3">{t(`terms.${term.type}`)}</Box>
      {own}
    </SpaceBetween>
  );
}

/** null where the term is not known, or not in the form that AWS documents. */
function useOwnView(): (term: Term) => ReactNode | null {
  const t = useTexts('authorizations');
  const format = useFormat();
  const pair = (label: string, value: ReactNode) => <KeyValuePairs items={[{ label: t(label), value }]} />;
  return ({ type, raw }) => {
    switch (type) {
      case 'BuyerTargetingTerm': {
        const { data } = targetingSchema.safeParse(raw);
        const names = data?.PositiveTargeting.BuyerAccounts.map((buyer) =>
          typeof buyer === 'string' ? buyer : `${buyer.AwsAccountId}${buyer.LegalName ? ` (${buyer.LegalName})` : ''}`,
        );
        return names ? pair('column.buyers', format.list(names)) : null;
      }
      case 'BuyerValidityTerm': {
        const { data } = startSchema.safeParse(raw);
        return data ? pair('review.latestStart', format.date(cutToDate(data.MaximumAgreementStartDate))) : null;
      }
      case 'ResaleNetPaymentTerm': {
        const { data } = paymentSchema.safeParse(raw);
        return data ? pair('review.netPayment', format.duration(data.PaymentDuePeriod)) : null;
      }
      case 'BuyerLegalTerm':
      case 'ResaleLegalTerm': {
        const { data } = legalSchema.safeParse(raw);
        const documents = data?.Documents.map(({ Type, Version }) => {
          const name = KNOWN_DOCUMENTS.includes(Type) ? t(`documents.${Type}`) : Type;
          return Version ? `${name} (${Version})` : name;
        });
        return documents ? pair('terms.document', format.list(documents)) : null;
      }
      default:
        return null;
    }
  };
}
