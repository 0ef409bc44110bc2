/** Reads requests about agreements from the Agreement API: three lists with one form, and one request in full. */
import {
  GetAgreementCancellationRequestCommand,
  GetAgreementPaymentRequestCommand,
  GetBillingAdjustmentRequestCommand,
  ListAgreementCancellationRequestsCommand,
  ListAgreementPaymentRequestsCommand,
  ListBillingAdjustmentRequestsCommand,
} from '@aws-sdk/client-marketplace-agreement';
import type { RequestKind } from '../../../shared/domain/agreement/request.ts';
import { collect, type AgreementReading } from '../agreement-reader.ts';
import { toInstantText } from '../list-entry.ts';

export interface ReadRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly agreementId: string;
  readonly status: string;
  readonly title: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Only one that was read by itself has these. */
  readonly description: string;
  readonly statusMessage: string;
  readonly reason: string | null;
}

const PAGE_SIZE = 50;
const AS_SELLER = { partyType: 'Proposer', maxResults: PAGE_SIZE } as const;

interface Scope {
  /** All agreements where it is left out. */
  readonly agreementId?: string;
}

/** Some members have other names in each of the three. */
interface RawRequest {
  readonly agreementCancellationRequestId?: string | undefined;
  readonly paymentRequestId?: string | undefined;
  readonly billingAdjustmentRequestId?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly status?: string | undefined;
  readonly statusMessage?: string | undefined;
  readonly name?: string | undefined;
  readonly originalInvoiceId?: string | undefined;
  readonly reasonCode?: string | undefined;
  readonly adjustmentReasonCode?: string | undefined;
  readonly description?: string | undefined;
  readonly chargeAmount?: string | undefined;
  readonly adjustmentAmount?: string | undefined;
  readonly currencyCode?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
}

export async function listRequests(
  reading: AgreementReading,
  kind: RequestKind,
  scope: Scope = {},
): Promise<ReadRequest[]> {
  const raw = await collect<RawRequest>(async (nextToken) => {
    const request = { ...scope, ...(nextToken === undefined ? {} : { nextToken }) };
    const { items, nextToken: next } = await askList(reading, kind, request);
    return { items: items ?? [], next };
  });
  return raw.flatMap((item) => toRequest(kind, item) ?? []);
}

function askList(
  reading: AgreementReading,
  kind: RequestKind,
  request: Scope & { readonly nextToken?: string },
): Promise<{ readonly items?: readonly RawRequest[] | undefined; readonly nextToken?: string | undefined }> {
  const { door } = reading;
  switch (kind) {
    case 'cancellation':
      return door.send(new ListAgreementCancellationRequestsCommand({ ...AS_SELLER, ...request }), reading);
    case 'payment':
      return door.send(new ListAgreementPaymentRequestsCommand({ ...AS_SELLER, ...request }), reading);
    case 'adjustment':
      return door.send(new ListBillingAdjustmentRequestsCommand({ maxResults: PAGE_SIZE, ...request }), reading);
  }
}

export async function readRequest(
  reading: AgreementReading,
  { kind, id, agreementId }: Pick<ReadRequest, 'kind' | 'id' | 'agreementId'>,
): Promise<ReadRequest | null> {
  const { door } = reading;
  const answer: Promise<RawRequest> = (() => {
    switch (kind) {
      case 'cancellation':
        return door.send(
          new GetAgreementCancellationRequestCommand({ agreementId, agreementCancellationRequestId: id }),
          reading,
        );
      case 'payment':
        return door.send(new GetAgreementPaymentRequestCommand({ agreementId, paymentRequestId: id }), reading);
      case 'adjustment':
        return door.send(
          new GetBillingAdjustmentRequestCommand({ agreementId, billingAdjustmentRequestId: id }),
          reading,
        );
    }
  })();
  return toRequest(kind, await answer);
}

/** null for an entry that names no request, agreement or time. */
function toRequest(kind: RequestKind, raw: RawRequest): ReadRequest | null {
  const id = raw.agreementCancellationRequestId ?? raw.paymentRequestId ?? raw.billingAdjustmentRequestId;
  const createdAt = toInstantText(raw.createdAt);
  if (!id || !raw.agreementId || createdAt === null) return null;
  const reason = raw.reasonCode ?? raw.adjustmentReasonCode ?? null;
  return {
    id,
    kind,
    agreementId: raw.agreementId,
    status: raw.status ?? '',
    title: raw.name ?? raw.originalInvoiceId ?? reason ?? '',
    amount: raw.chargeAmount ?? raw.adjustmentAmount ?? null,
    currency: raw.currencyCode ?? null,
    createdAt,
    updatedAt: toInstantText(raw.updatedAt) ?? createdAt,
    description: raw.description ?? '',
    statusMessage: raw.statusMessage ?? '',
    reason,
  };
}
