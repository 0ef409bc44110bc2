/** Who an authorization is for, and what can be done with it in which state. */
import { hasExpired } from '../../model-resale.ts';
import { violation } from '../rule.ts';
import { RELEASE, type AuthorizationRule } from './rule.ts';

const CREATE = 'CreateResaleAuthorization';
const RESTRICT = 'RestrictResaleAuthorization';

export const parties: AuthorizationRule = ({ after, product, reseller, manufacturer }) => [
  ...violation(
    reseller?.channelPartner !== true || after.resellerAccountId === after.owner,
    'INVALID_RESELLER_ACCOUNT',
    CREATE,
    `ResellerAccountId ${after.resellerAccountId} is not registered as a channel partner.`,
  ),
  ...violation(
    product.visibility !== 'Limited' && product.visibility !== 'Public',
    'INCOMPATIBLE_PRODUCT',
    [CREATE, RELEASE],
    `ProductId ${product.id} is ${product.visibility}; authorizations need a product that is Limited or Public.`,
  ),
  ...violation(
    manufacturer?.verified !== true,
    'INCOMPATIBLE_SELLER_VERIFICATION',
    RELEASE,
    'The seller has not finished the verification of identity and bank account.',
  ),
];

export const lockedAfterRelease: AuthorizationRule = ({ before, changed }) => {
  if (before === null || before.status === 'Draft') return [];
  return [...changed]
    .filter((changeType) => changeType !== RESTRICT)
    .flatMap((changeType) =>
      violation(
        true,
        'INCOMPATIBLE_STATUS',
        changeType,
        `${changeType} is not possible while Status is ${before.status}; only ${RESTRICT} is.`,
      ),
    );
};

/** One way, and only while the authorization is good for something. */
export const restriction: AuthorizationRule = ({ before, after, changed, today }) => {
  if (!changed.has(RESTRICT)) return [];
  const status = before === null || before.status === 'Draft' ? 'Draft' : before.status;
  const expired = hasExpired(before ?? after, today);
  return violation(
    status !== 'Active' || expired,
    'INCOMPATIBLE_STATUS',
    RESTRICT,
    `${RESTRICT} needs an active authorization; this one is ${status === 'Active' ? 'expired' : status}.`,
  );
};

export const completeness: AuthorizationRule = ({ after, releasing }) => {
  if (!releasing) return [];
  return [
    ...violation(
      !after.terms.legal.some(({ Type }) => Type === 'BuyerLegalTerm'),
      'MISSING_MANDATORY_TERMS',
      RELEASE,
      'BuyerLegalTerm is missing: send UpdateLegalTerms.',
    ),
    ...violation(
      after.terms.pricing.length === 0,
      'MISSING_MANDATORY_TERMS',
      RELEASE,
      'Pricing terms are missing: send UpdatePricingTerms.',
    ),
  ];
};
