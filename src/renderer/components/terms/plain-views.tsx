/** Terms that a few words say: validity, legal documents, support, payment, verification. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { z } from 'zod';
import { cutToDate } from '../../../shared/domain/dates/plain-date.ts';
import { useFormat, useTexts, type Translate } from '../../i18n/context.tsx';
import type { legalTerm, netPaymentTerm, supportTerm, validityTerm, verificationTerm } from './schemas.ts';

export function ValidityView({ term }: { term: z.output<typeof validityTerm> }) {
  const t = useTexts('offers');
  const format = useFormat();
  const date = (value: string | null | undefined) => (value ? format.date(cutToDate(value)) : '-');
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: t('terms.agreementDuration'),
          value: term.AgreementDuration ? format.duration(term.AgreementDuration) : '-',
        },
        { label: t('terms.agreementStart'), value: date(term.AgreementStartDate) },
        { label: t('terms.agreementEnd'), value: date(term.AgreementEndDate) },
      ]}
    />
  );
}

const KNOWN_DOCUMENTS = ['StandardEula', 'CustomEula', 'StandardDsa', 'CustomDsa', 'EnterpriseEula'];

export function LegalView({ term }: { term: z.output<typeof legalTerm> }) {
  const t = useTexts('offers');
  return (
    <KeyValuePairs
      columns={2}
      items={term.Documents.flatMap((document) => [
        {
          label: t('terms.document'),
          value: KNOWN_DOCUMENTS.includes(document.Type) ? t(`terms.documents.${document.Type}`) : document.Type,
        },
        {
          label: document.Version ? t('terms.version') : t('terms.file'),
          value: document.Version ?? fileNameOf(document.Url, t),
        },
      ])}
    />
  );
}

/** The address itself is signed and short-lived: its file name tells enough. */
function fileNameOf(url: string | null | undefined, t: Translate): string {
  const name = url?.split('?')[0]?.split('/').at(-1);
  return name ? t('terms.heldByAws', { name }) : '-';
}

export function SupportView({ term }: { term: z.output<typeof supportTerm> }) {
  const t = useTexts('offers');
  return <KeyValuePairs items={[{ label: t('terms.refundPolicy'), value: term.RefundPolicy ?? '-' }]} />;
}

export function NetPaymentView({ term }: { term: z.output<typeof netPaymentTerm> }) {
  const t = useTexts('offers');
  const format = useFormat();
  return <KeyValuePairs items={[{ label: t('terms.paymentDue'), value: format.duration(term.PaymentDuePeriod) }]} />;
}

export function VerificationView({ term }: { term: z.output<typeof verificationTerm> }) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t('terms.approval'), value: term.ApprovalStrategy ?? '-' },
        {
          label: t('terms.expiresAfter'),
          value: term.ExpirationDuration ? format.duration(term.ExpirationDuration) : '-',
        },
      ]}
    />
  );
}
