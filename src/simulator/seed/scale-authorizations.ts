/** Hundreds of resale authorizations on the products of the scale world, in every state that a list has to tell apart. */
import type { ResaleAuthorizationEntity } from '../catalog/model-resale.ts';
import { BRAMBLEGATE } from './accounts.ts';
import { buildAuthorization, type AuthorizationSpec } from './authorization-builder.ts';
import { scaleProductSlug, scaleProductTitle } from './scale.ts';
import { contract, fixed, resale, schedule } from './terms.ts';
import { todayAt, type Today } from './today.ts';

export interface ScaleAuthorizations {
  readonly accountId: string;
  readonly nowMs: number;
  readonly authorizations: number;
  /** How many products of the scale world they are spread over. */
  readonly products: number;
}

export function scaleAuthorizations(options: ScaleAuthorizations): ResaleAuthorizationEntity[] {
  const today = todayAt(options.nowMs);
  return Array.from({ length: Math.max(0, options.authorizations) }, (_, index) =>
    buildAuthorization(authorizationSpec(index, options, today), today),
  );
}

function authorizationSpec(
  index: number,
  { accountId, products }: ScaleAuthorizations,
  today: Today,
): AuthorizationSpec {
  const product = index % products;
  const daysAgo = 1 + (index % 350);
  const inParts = index % 7 === 3;
  return {
    slug: `scale authorization ${accountId} ${index}`,
    product: scaleProductSlug(product, accountId),
    productName: scaleProductTitle(product),
    name: `Foghorn via partner ${String(index + 1).padStart(4, '0')}`,
    owner: accountId,
    reseller: BRAMBLEGATE,
    status: index % 12 === 0 ? 'Draft' : index % 15 === 0 ? 'Restricted' : 'Active',
    pricingModel: 'Contract',
    terms: inParts
      ? installments(index, today)
      : { pricing: [resale(contract({ P12M: { users: String(80 + (index % 300)), sites: '700' } }))] },
    singleUse: inParts || index % 5 === 0,
    ...(inParts ? { until: today.day(20) } : index % 3 === 0 ? { until: today.day(30 + (index % 200) - daysAgo) } : {}),
    daysAgo,
  };
}

function installments(index: number, today: Today): AuthorizationSpec['terms'] {
  const amount = String(500 + (index % 90) * 10);
  const charges = [today.firstOfMonth(2), today.firstOfMonth(8)].map((day) => [day, amount] as const);
  return {
    pricing: [resale(fixed({ users: 10 + (index % 40) }, { duration: 'P12M' }))],
    schedule: [resale(schedule(charges))],
  };
}
