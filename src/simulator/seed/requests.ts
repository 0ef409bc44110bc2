/** Requests about the agreements of the seed world, in the states that sellers and buyers meet. */
import { invoicesOf } from '../agreements/invoices.ts';
import type { AgreementLedger } from '../agreements/ledger.ts';
import { NO_REQUESTS, type AgreementState, type BillingAdjustment, type PaymentRequest } from '../agreements/model.ts';
import { AgreementStore } from '../agreements/store.ts';
import { termId } from '../agreements/accepted-terms.ts';
import type { AgreementRecord } from '../catalog/model.ts';
import { seedId, seedText } from './ids.ts';
import { todayAt, type Today } from './today.ts';

export function seedRequests(ledger: AgreementLedger, nowMs: number): AgreementState {
  const today = todayAt(nowMs);
  const milestones = ledger.agreement(seedId('agmt', 'shoal milestones'));
  const installments = ledger.agreement(seedId('agmt', 'atlas installments'));
  const leaving = ledger.agreement(seedId('agmt', 'sounding open'));
  const future = ledger.agreement(seedId('agmt', 'cells next season'));
  return {
    ...NO_REQUESTS,
    approvals: milestones
      ? { [milestones.id]: { strategy: 'AUTO_APPROVE_ON_EXPIRATION', expirationDuration: 'P10D' } }
      : {},
    paymentRequests: milestones ? paymentRequests(milestones, today) : [],
    cancellationRequests: [
      ...(leaving ? [cancellation(leaving.id, 'TEST_AGREEMENT', today, 2)] : []),
      ...(installments
        ? [
            {
              ...cancellation(installments.id, 'BUYER_DISSATISFACTION', today, 45),
              status: 'REJECTED' as const,
              statusMessage: 'We would rather keep it.',
              updatedAt: today.instant(-43),
            },
          ]
        : []),
    ],
    adjustments: installments ? adjustments(installments, today) : [],
    awaitingStart: future ? [future.id] : [],
  };
}

function paymentRequests(agreement: AgreementRecord, today: Today): PaymentRequest[] {
  const made = (name: string, chargeAmount: string, daysAgo: number, more: Partial<PaymentRequest>) => ({
    id: `pr-${seedText(`payment ${name}`, 25)}`,
    agreementId: agreement.id,
    termId: termId(agreement, 'VariablePaymentTerm'),
    name,
    description: `${name} of the migration`,
    chargeAmount,
    currencyCode: 'USD',
    status: 'APPROVED' as const,
    statusMessage: null,
    chargeId: null,
    purchaseOrderReference: null,
    createdAt: today.instant(-daysAgo),
    updatedAt: today.instant(-Math.max(0, daysAgo - 2)),
    approvedAt: null,
    ...more,
  });
  return [
    made('Inventory done', '3000.00', 80, {
      chargeId: `ch-${seedText('inventory', 25)}`,
      purchaseOrderReference: 'PO-4711',
    }),
    made('Pilot users moved', '2500.00', 40, { chargeId: `ch-${seedText('pilot', 25)}` }),
    made('Extra training', '4000.00', 30, { status: 'REJECTED', statusMessage: 'Training was included.' }),
    made('Wrong amount', '9.99', 20, { status: 'CANCELLED' }),
    made('Without address', '100.00', 12, {
      status: 'VALIDATION_FAILED',
      statusMessage: 'The buyer’s billing address is missing.',
    }),
    made('Second wave moved', '1500.00', 3, {
      status: 'PENDING_APPROVAL',
      updatedAt: today.instant(-3),
      approvedAt: today.instant(7),
    }),
  ];
}

function cancellation(agreementId: string, reasonCode: string, today: Today, daysAgo: number) {
  return {
    id: `acr-${seedText(`cancellation ${agreementId} ${reasonCode}`, 25)}`,
    agreementId,
    reasonCode,
    description: 'Made while the set-up was tried out.',
    status: 'PENDING_APPROVAL' as const,
    statusMessage: null,
    createdAt: today.instant(-daysAgo),
    updatedAt: today.instant(-daysAgo),
  };
}

/** One that went through and one that did not, on the first invoices. */
function adjustments(agreement: AgreementRecord, today: Today): BillingAdjustment[] {
  const [first, second] = invoicesOf(agreement, new AgreementStore(NO_REQUESTS), today.instant(0, 23));
  if (!first || !second) return [];
  const made = (originalInvoiceId: string, daysAgo: number) => ({
    id: `ba-${seedText(`adjustment ${originalInvoiceId}`, 25)}`,
    agreementId: agreement.id,
    originalInvoiceId,
    adjustmentAmount: '450.00',
    currencyCode: 'USD',
    reasonCode: 'BUYER_DISSATISFACTION',
    description: 'Five days without service',
    status: 'COMPLETED' as const,
    statusMessage: null,
    createdAt: today.instant(-daysAgo),
    updatedAt: today.instant(-daysAgo),
  });
  return [
    made(first.id, 120),
    { ...made(second.id, 60), status: 'VALIDATION_FAILED', statusMessage: 'The invoice is under review.' },
  ];
}
