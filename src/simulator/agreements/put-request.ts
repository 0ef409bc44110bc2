/** Changes of requests that a person or time brings about: stored, and told to whom they concern. */
import type { AgreementRecord } from '../catalog/model.ts';
import type { AgreementContext } from './context.ts';
import { cancellationEvents } from './events.ts';
import type { CancellationRequest, PaymentRequest } from './model.ts';

/** Stores a cancellation request as it now is, and tells who is concerned. */
export function putCancellationRequest(
  request: CancellationRequest,
  agreement: AgreementRecord,
  { store, deps }: Pick<AgreementContext, 'store' | 'deps'>,
): void {
  store.cancellationRequests.set(request.id, request);
  for (const event of cancellationEvents(agreement, request, deps.randomId(32))) deps.emit(event);
}

/** An approved payment request is a charge from then on. */
export function approval({ deps }: Pick<AgreementContext, 'deps'>): Pick<PaymentRequest, 'status' | 'chargeId'> {
  return { status: 'APPROVED', chargeId: `ch-${deps.randomId(25)}` };
}
