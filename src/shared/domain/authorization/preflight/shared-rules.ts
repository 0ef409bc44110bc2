/** Rules of offers that hold for authorizations as well, asked about the authorization's sheet. */
import { contractRules } from '../../offer/preflight/contract-rules.ts';
import { detailRules } from '../../offer/preflight/detail-rules.ts';
import { eulaRules } from '../../offer/preflight/eula-rules.ts';
import { expiryRules } from '../../offer/preflight/expiry-rules.ts';
import { grantRules } from '../../offer/preflight/grant-rules.ts';
import { buyerRules } from '../../offer/preflight/buyer-rules.ts';
import { productRules } from '../../offer/preflight/product-rules.ts';
import type { Rule } from '../../offer/preflight/rule.ts';
import { scheduleRules } from '../../offer/preflight/schedule-rules.ts';
import { usageRules } from '../../offer/preflight/usage-rules.ts';
import type { AuthorizationStep } from '../finding.ts';
import type { AuthorizationRule } from './rule.ts';

/** Rules about an offer's own life, or that authorizations have in another form. */
const NOT_SHARED: ReadonlySet<string> = new Set([
  'buyers-missing',
  'buyers-too-many',
  'buyers-many',
  'buyer-is-seller',
  'country-code-invalid',
  'country-code-duplicate',
  'countries-too-many',
  'name-missing',
  'name-too-long',
  'description-missing',
  'fixed-duration-missing',
  'fixed-duration-not-dates',
  'fixed-duration-not-service',
  'contract-duration-not-service',
  'charges-before-expiry',
  'eula-held-by-other-offer',
  'expiry-missing',
  'expiry-invalid',
  'expiry-past',
  'expiry-today',
]);

/** Texts that speak of offers and of what buyers see. */
const OWN_TEXTS: ReadonlySet<string> = new Set([
  'product-missing',
  'product-not-listed',
  'product-limited',
  'public-offer-missing',
  'private-offer-impossible',
  'kind-missing',
  'name-characters',
  'name-leading-blank',
  'currency-unknown',
  'currency-usage-prices',
  'usage-prices-too-many',
  'rate-cards-too-many',
  'grants-missing',
  'grants-too-many',
  'renewal-unanswered',
]);

function share(rules: readonly Rule[], step: AuthorizationStep): AuthorizationRule[] {
  return rules
    .filter(({ id }) => !NOT_SHARED.has(id))
    .map(({ id, severity, source, stage, fix, canFix, check }) => ({
      id,
      severity,
      step,
      source,
      stage,
      messageKey: OWN_TEXTS.has(id) ? `authorizations:rule.${id}` : `preflight:${id}`,
      ...(fix && { fix }),
      ...(canFix && { canFix: ({ sheet }) => canFix(sheet) }),
      check: ({ sheet }) => check(sheet),
    }));
}

export const sharedRules = {
  product: share(productRules, 'product-partner'),
  buyers: share(buyerRules, 'product-partner'),
  details: share(detailRules, 'details'),
  pricing: share([...usageRules, ...contractRules, ...grantRules], 'pricing'),
  schedule: share(scheduleRules, 'schedule'),
  legal: share(eulaRules, 'legal'),
  validity: share(expiryRules, 'validity'),
};
