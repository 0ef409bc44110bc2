/** The words for a path of a comparison: a key of the `versions` catalogue with its parameters. */
import type { MessageParams } from '../../errors/app-error.ts';

export interface PathLabel {
  /** Key below `path.` in the catalogue. */
  readonly key: string;
  readonly params: MessageParams;
}

/** `*` stands for the key of an entry; the last member of an entry (`price`) may be left out of the words. */
const PATTERNS: readonly { readonly way: string; readonly key: string; readonly names: readonly string[] }[] = [
  { way: 'source/kind', key: 'source', names: [] },
  { way: 'product', key: 'product', names: [] },
  { way: 'kind', key: 'kind', names: [] },
  { way: 'name', key: 'name', names: [] },
  { way: 'description', key: 'description', names: [] },
  { way: 'buyers/*', key: 'buyer', names: ['buyer'] },
  { way: 'countryCodes/*', key: 'country', names: ['country'] },
  { way: 'currency', key: 'currency', names: [] },
  { way: 'service/mode', key: 'serviceMode', names: [] },
  { way: 'service/duration', key: 'serviceDuration', names: [] },
  { way: 'service/startDate', key: 'serviceStart', names: [] },
  { way: 'service/endDate', key: 'serviceEnd', names: [] },
  { way: 'usagePrices/*/price', key: 'usagePrice', names: ['dimension'] },
  { way: 'contract/selection', key: 'selection', names: [] },
  { way: 'contract/rateCards/*/prices/*/price', key: 'contractPrice', names: ['duration', 'dimension'] },
  { way: 'installments/duration', key: 'unitsDuration', names: [] },
  { way: 'installments/grants/*/quantity', key: 'units', names: ['dimension'] },
  { way: 'installments/schedule/*/amount', key: 'charge', names: ['date'] },
  { way: 'eula', key: 'eula', names: [] },
  { way: 'eula/file', key: 'eulaFile', names: [] },
  { way: 'isRenewal', key: 'renewal', names: [] },
  { way: 'renewal/acquisitionChannel', key: 'renewalChannel', names: [] },
  { way: 'renewal/pricingModel', key: 'renewalPricing', names: [] },
  { way: 'availabilityEndDate', key: 'expires', names: [] },
  { way: 'markup', key: 'markup', names: [] },
  { way: 'netPayment', key: 'netPayment', names: [] },
  { way: 'refundPolicy', key: 'refundPolicy', names: [] },
  { way: 'offerSetId', key: 'offerSet', names: [] },
  { way: 'excludesCountries', key: 'excludesCountries', names: [] },
  { way: 'freeTrial/duration', key: 'trialDuration', names: [] },
  { way: 'freeTrial/grants/*', key: 'trialGrant', names: ['dimension'] },
  { way: 'freeTrial/grants/*/quantity', key: 'trialQuantity', names: ['dimension'] },
  { way: 'newDimensions/*/name', key: 'newDimensionName', names: ['dimension'] },
  { way: 'newDimensions/*/description', key: 'newDimensionDescription', names: ['dimension'] },
  { way: 'newDimensions/*/unit', key: 'newDimensionUnit', names: ['dimension'] },
  { way: 'newDimensions/*/type', key: 'newDimensionType', names: ['dimension'] },
  { way: 'renewalTerm/lockoutDays', key: 'lockoutDays', names: [] },
  { way: 'renewalTerm/adjustmentDays', key: 'adjustmentDays', names: [] },
  { way: 'renewalTerm/maxRenewals', key: 'maxRenewals', names: [] },
  { way: 'renewalTerm/priceIncrease/kind', key: 'increaseKind', names: [] },
  { way: 'renewalTerm/priceIncrease/value', key: 'increaseValue', names: [] },
  { way: 'renewalTerm/priceIncrease/min', key: 'increaseMin', names: [] },
  { way: 'renewalTerm/priceIncrease/max', key: 'increaseMax', names: [] },
  { way: 'renewalTerm/priceIncrease/usual', key: 'increaseUsual', names: [] },
  { way: 'renewalTerm/template/unit', key: 'templateUnit', names: [] },
  { way: 'renewalTerm/template/charges/*/offset', key: 'templateOffset', names: ['number'] },
  { way: 'renewalTerm/template/charges/*/percentage', key: 'templatePercentage', names: ['number'] },
  { way: 'renewalTerm/template/charges/*/dayOfMonth', key: 'templateDay', names: ['number'] },
  { way: 'customerVerification/strategy', key: 'verificationStrategy', names: [] },
  { way: 'customerVerification/days', key: 'verificationDays', names: [] },
  { way: 'source/agreementId', key: 'sourceAgreement', names: [] },
  { way: 'source/authorizationId', key: 'sourceAuthorization', names: [] },
  { way: 'source/ownPrices', key: 'ownPrices', names: [] },
  { way: 'carried/terms/*', key: 'unknownTerm', names: ['type'] },
  { way: 'carried/rules/*', key: 'unknownRule', names: ['type'] },
];

export function labelOf(path: readonly string[]): PathLabel {
  for (const { way, key, names } of PATTERNS) {
    const found = match(way.split('/'), path);
    if (found) return { key, params: Object.fromEntries(names.map((name, index) => [name, found[index] ?? ''])) };
  }
  const shown = path[0] === 'carried' ? path.slice(2) : path;
  return { key: 'other', params: { path: shown.join(' › ') } };
}

/** The steps that stand at the stars; null where the path is another one. */
function match(pattern: readonly string[], path: readonly string[]): string[] | null {
  if (pattern.length !== path.length) return null;
  const found: string[] = [];
  for (const [index, step] of pattern.entries()) {
    if (step === '*') found.push(path[index] ?? '');
    else if (step !== path[index]) return null;
  }
  return found;
}
