/** Invoicing, refund policy and customer verification. */
import { problemIf, type Rule } from './rule.ts';

const step = 'terms';

/** The periods that AWS names; a buyer who pays by invoice has this long. */
export const NET_PAYMENT_PERIODS = ['P15D', 'P30D', 'P45D', 'P60D', 'P90D', 'P120D'] as const;

const LONGEST_REFUND_POLICY = 500;
/** What AWS does not take: everything but ASCII, © ® ™ and currency signs. */
const FOREIGN = /[^\t\n\r\x20-\x7e©®™\u00a2-\u00a5\u20a0-\u20bf]/gu;
const BLANK_ENDS = /^\s|\s$/;

/** The characters of a refund policy that AWS would refuse, each once. */
export function foreignCharacters(text: string): string[] {
  return [...new Set(text.match(FOREIGN) ?? [])];
}

export const extraRules: readonly Rule[] = [
  {
    id: 'net-payment-period',
    severity: 'error',
    step,
    source: '3.2 PaymentDuePeriod (INVALID_PAYMENT_DUE_PERIOD)',
    stage: 'request',
    fix: 'clear-net-payment',
    check: ({ draft }) =>
      problemIf(
        draft.netPayment.trim() !== '' && !(NET_PAYMENT_PERIODS as readonly string[]).includes(draft.netPayment.trim()),
        'netPayment',
        { value: draft.netPayment },
      ),
  },
  {
    id: 'refund-policy-too-long',
    severity: 'error',
    step,
    source: '3.2 RefundPolicy 1–500',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(draft.refundPolicy.length > LONGEST_REFUND_POLICY, 'refundPolicy', {
        max: LONGEST_REFUND_POLICY,
        length: draft.refundPolicy.length,
      }),
  },
  {
    id: 'refund-policy-characters',
    severity: 'error',
    step,
    source: '3.2 RefundPolicy: ASCII plus © ® ™ and currency signs only',
    stage: 'request',
    fix: 'plain-refund-policy',
    canFix: ({ draft }) => foreignCharacters(plainPunctuation(draft.refundPolicy)).length === 0,
    check: ({ draft }) => {
      const found = foreignCharacters(draft.refundPolicy);
      return problemIf(found.length > 0, 'refundPolicy', { value: found.slice(0, 10).join(' ') });
    },
  },
  {
    id: 'refund-policy-blank',
    severity: 'error',
    step,
    source: '3.2 RefundPolicy: no leading or trailing blank',
    stage: 'request',
    fix: 'trim-refund-policy',
    check: ({ draft }) =>
      problemIf(draft.refundPolicy.trim() !== '' && BLANK_ENDS.test(draft.refundPolicy), 'refundPolicy'),
  },
  {
    id: 'refund-policy-unverified',
    severity: 'info',
    step,
    source: '3.1 UpdateSupportTerms: mainly public offers',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.refundPolicy.trim() !== '', 'refundPolicy'),
  },
  {
    id: 'verification-days-invalid',
    severity: 'error',
    step,
    source: '3.2 CustomerVerificationTerm: ExpirationDuration is a duration in days',
    stage: 'request',
    check: ({ draft }) => {
      const days = draft.customerVerification?.days ?? '';
      return problemIf(days.trim() !== '' && !isCount(days, 1), 'customerVerification.days', { value: days });
    },
  },
  {
    id: 'verification-unverified',
    severity: 'info',
    step,
    source: '3.2 CustomerVerificationTerm: in the schema, on no page',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.customerVerification !== null, 'customerVerification'),
  },
];

/** A whole number of at least `min`, as typed. */
export function isCount(text: string, min: number): boolean {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(plain) && Number(plain) >= min;
}

/** Typographic quotes, dashes and blanks as a keyboard has them. */
export function plainPunctuation(text: string): string {
  return text
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u200b\ufeff]/g, '');
}
