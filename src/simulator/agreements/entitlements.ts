/** What an agreement entitles to: one licence for its product, as far as it has begun and not ended. */
import { createHash } from 'node:crypto';
import type { AgreementRecord } from '../catalog/model.ts';
import type { Party } from './context.ts';

export function licenseArn({ id }: AgreementRecord): string {
  return `arn:aws:license-manager::294406891311:license:l-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

export function entitlementOf(agreement: AgreementRecord, now: string, party: Party): Record<string, unknown> {
  const [status, statusReasonCode] = stateOf(agreement, now);
  return {
    resource: { id: agreement.productId, type: agreement.productType },
    type: 'License',
    status,
    statusReasonCode,
    licenseArn: licenseArn(agreement),
    // With it a buyer registers at the seller's address; sellers never see it.
    registrationToken:
      party === 'Acceptor' && agreement.productType === 'SaaSProduct' && status === 'PROVISIONED'
        ? createHash('sha256')
            .update(`${agreement.id} ${now.slice(0, 15)}`)
            .digest('base64url')
        : undefined,
  };
}

function stateOf(agreement: AgreementRecord, now: string): [status: string, reason: string] {
  if (agreement.status !== 'ACTIVE') return ['DEPROVISIONED', 'AGREEMENT_INACTIVE'];
  return Date.parse(agreement.startTime) > Date.parse(now)
    ? ['SCHEDULED', 'FUTURE_START_DATE']
    : ['PROVISIONED', 'AGREEMENT_ACTIVE'];
}
