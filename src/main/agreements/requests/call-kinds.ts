/** The call kinds of requests about agreements: sent once; looked for by what AWS lists of the agreement, never by the token alone. */
import {
  BatchCreateBillingAdjustmentRequestCommand,
  CancelAgreementCancellationRequestCommand,
  CancelAgreementPaymentRequestCommand,
  SendAgreementCancellationRequestCommand,
  SendAgreementPaymentRequestCommand,
  type BatchCreateBillingAdjustmentRequestOutput,
} from '@aws-sdk/client-marketplace-agreement';
import { z } from 'zod';
import {
  ADJUSTMENT_REASONS,
  CANCELLATION_REASONS,
  type RequestKind,
} from '../../../shared/domain/agreement/request.ts';
import { compareAmounts, isAmount } from '../../../shared/domain/money/amount.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { AwsAccess, CallOptions } from '../../aws/access.ts';
import type { CallKind, CallResult, CallRow } from '../../changes/kinds.ts';
import { listRequests, readRequest, type ReadRequest } from './request-reader.ts';

const agreementId = z.string();

export const cancellationPayload = z.object({
  agreementId,
  reasonCode: z.enum(CANCELLATION_REASONS),
  description: z.string(),
});
export const paymentPayload = z.object({
  agreementId,
  termId: z.string(),
  name: z.string(),
  chargeAmount: z.string(),
  description: z.string(),
});
export const adjustmentPayload = z.object({
  agreementId,
  originalInvoiceId: z.string(),
  adjustmentAmount: z.string(),
  currencyCode: z.string(),
  adjustmentReasonCode: z.enum(ADJUSTMENT_REASONS),
  description: z.string(),
});
export const withdrawalPayload = z.object({ agreementId, requestId: z.string(), reason: z.string() });

type Payload<S extends z.ZodType> = z.infer<S>;
const described = (description: string) => (description === '' ? {} : { description });

export function createRequestCallKinds(aws: Pick<AwsAccess, 'agreement'>) {
  return [cancellationKind(aws), paymentKind(aws), adjustmentKind(aws), ...withdrawalKinds(aws)];
}

type Doors = Pick<AwsAccess, 'agreement'>;

function cancellationKind(aws: Doors): CallKind<Payload<typeof cancellationPayload>> {
  return {
    kind: 'agreement-cancellation',
    payload: cancellationPayload,
    async send({ account, token, payload }, options) {
      const { description, ...request } = payload;
      const command = new SendAgreementCancellationRequestCommand({
        ...request,
        ...described(description),
        clientToken: token,
      });
      const { $metadata: _metadata, ...after } = await aws.agreement(account).send(command, options);
      return { resultId: after.agreementCancellationRequestId ?? null, after };
    },
    look: (row, options) =>
      findSent(aws, { kind: 'cancellation', row, options }, (found) => found.reason === row.payload.reasonCode),
  };
}

function paymentKind(aws: Doors): CallKind<Payload<typeof paymentPayload>> {
  return {
    kind: 'agreement-payment',
    payload: paymentPayload,
    async send({ account, token, payload }, options) {
      const { description, ...request } = payload;
      const command = new SendAgreementPaymentRequestCommand({
        ...request,
        ...described(description),
        clientToken: token,
      });
      const { $metadata: _metadata, ...after } = await aws.agreement(account).send(command, options);
      return { resultId: after.paymentRequestId ?? null, after };
    },
    look: (row, options) =>
      findSent(
        aws,
        { kind: 'payment', row, options },
        (found) => found.title === row.payload.name && isSameAmount(found.amount, row.payload.chargeAmount),
      ),
  };
}

function adjustmentKind(aws: Doors): CallKind<Payload<typeof adjustmentPayload>> {
  return {
    kind: 'agreement-adjustment',
    payload: adjustmentPayload,
    async send({ account, token, payload }, options) {
      const { description, ...entry } = payload;
      const command = new BatchCreateBillingAdjustmentRequestCommand({
        billingAdjustmentRequestEntries: [{ ...entry, ...described(description), clientToken: token }],
      });
      const answer = await aws.agreement(account).send(command, options);
      return { resultId: adjustmentIdOf(answer), after: { items: answer.items, errors: answer.errors } };
    },
    look: (row, options) =>
      findSent(
        aws,
        { kind: 'adjustment', row, options },
        (found) =>
          found.title === row.payload.originalInvoiceId && isSameAmount(found.amount, row.payload.adjustmentAmount),
      ),
  };
}

/** A withdrawal has happened once the request says so. */
function withdrawalKinds(aws: Doors): CallKind<Payload<typeof withdrawalPayload>>[] {
  const look =
    (kind: RequestKind) =>
    async ({ account, payload }: CallRow<Payload<typeof withdrawalPayload>>, options: CallOptions) => {
      const reading = { door: aws.agreement(account), ...options };
      const found = await readRequest(reading, { kind, id: payload.requestId, agreementId: payload.agreementId });
      return found?.status === 'CANCELLED' ? { resultId: found.id, after: found } : null;
    };
  return [
    {
      kind: 'agreement-cancellation-withdrawal',
      payload: withdrawalPayload,
      async send({ account, payload }, options) {
        const command = new CancelAgreementCancellationRequestCommand({
          agreementId: payload.agreementId,
          agreementCancellationRequestId: payload.requestId,
          cancellationReason: payload.reason,
        });
        const { $metadata: _metadata, ...after } = await aws.agreement(account).send(command, options);
        return { resultId: payload.requestId, after };
      },
      look: look('cancellation'),
    },
    {
      kind: 'agreement-payment-withdrawal',
      payload: withdrawalPayload,
      async send({ account, payload }, options) {
        const command = new CancelAgreementPaymentRequestCommand({
          agreementId: payload.agreementId,
          paymentRequestId: payload.requestId,
        });
        const { $metadata: _metadata, ...after } = await aws.agreement(account).send(command, options);
        return { resultId: payload.requestId, after };
      },
      look: look('payment'),
    },
  ];
}

interface Search {
  readonly kind: RequestKind;
  readonly row: CallRow<{ readonly agreementId: string; readonly description: string }>;
  readonly options: CallOptions;
}

/** The request that this row has sent: made since it was written down, with the same content. */
async function findSent(
  aws: Doors,
  { kind, row, options }: Search,
  isLike: (found: ReadRequest) => boolean,
): Promise<CallResult | null> {
  const { payload } = row;
  const reading = { door: aws.agreement(row.account), ...options };
  if (row.resultId !== null) {
    const found = await readRequest(reading, { kind, id: row.resultId, agreementId: payload.agreementId });
    return found && { resultId: found.id, after: found };
  }
  // AWS's times are whole seconds.
  const since = `${row.createdAt.slice(0, 19)}Z`;
  const listed = await listRequests(reading, kind, { agreementId: payload.agreementId });
  for (const { id, createdAt } of listed) {
    if (createdAt < since) continue;
    const found = await readRequest(reading, { kind, id, agreementId: payload.agreementId });
    if (found && isLike(found) && found.description === payload.description) {
      return { resultId: found.id, after: found };
    }
  }
  return null;
}

function isSameAmount(one: string | null, other: string): boolean {
  const plain = one?.replace(/^-/, '') ?? '';
  return isAmount(plain) && isAmount(other) && compareAmounts(plain, other) === 0;
}

const ENTRY_ERRORS: Readonly<Record<string, ErrorCode>> = {
  VALIDATION_EXCEPTION: 'validation-refused',
  CONFLICT_EXCEPTION: 'validation-refused',
  RESOURCE_NOT_FOUND_EXCEPTION: 'resource-not-found',
};

/** AWS answers 200 also when it refuses an entry. */
function adjustmentIdOf(answer: BatchCreateBillingAdjustmentRequestOutput): string | null {
  const [refused] = answer.errors ?? [];
  if (refused) {
    fail(ENTRY_ERRORS[refused.code ?? ''] ?? 'aws-unavailable', {
      aws: {
        service: 'agreement',
        operation: 'BatchCreateBillingAdjustmentRequest',
        code: refused.code ?? 'INTERNAL_FAILURE',
        message: refused.message ?? '',
        httpStatus: 200,
        requestId: null,
      },
    });
  }
  return answer.items?.[0]?.billingAdjustmentRequestId ?? null;
}
