/** What a buyer may choose in an offer: a duration, quantities or one tier, and whether the agreement renews itself. */
import type { AcceptanceRequest } from '../../types.ts';
import { invalidField } from '../errors.ts';
import type { AgreementChoice, OfferEntity } from '../model.ts';
import { pricingTerm } from '../rules/offer-terms.ts';
import type { ConfigurableUpfrontTerm } from '../schema/pricing-terms.ts';

type RateCard = ConfigurableUpfrontTerm['RateCards'][number];

/** Where nothing is chosen, the first duration and one unit of its first dimension stand for the choice. */
export function readChoice(offer: OfferEntity, acceptance: AcceptanceRequest): AgreementChoice | null {
  if (acceptance.autoRenew !== undefined && offer.terms.renewal.length === 0) {
    throw invalidField('autoRenew', 'the offer has no renewal term.');
  }
  const cards = pricingTerm(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? [];
  const [first] = cards;
  if (!first) {
    refuseChoice(acceptance);
    return null;
  }
  const durations = cards.map(({ Selector }) => Selector.Value);
  const card = acceptance.duration === undefined ? first : cards[durations.indexOf(acceptance.duration)];
  if (!card) throw invalidField('duration', `must be one of ${durations.join(', ')}.`);
  return { duration: card.Selector.Value, quantities: readQuantities(card, acceptance.quantities) };
}

function refuseChoice({ duration, quantities }: AcceptanceRequest): void {
  if (duration !== undefined) throw invalidField('duration', 'the offer leaves no choice of duration.');
  if (quantities !== undefined) throw invalidField('quantities', 'the offer leaves no choice of quantities.');
}

function readQuantities(
  { Constraints, RateCard: rates }: RateCard,
  given: AcceptanceRequest['quantities'],
): Readonly<Record<string, number>> {
  const keys = rates.map(({ DimensionKey }) => DimensionKey);
  const quantities = given ?? { [keys[0] ?? '']: 1 };
  const entries = Object.entries(quantities);
  if (entries.length === 0) throw invalidField('quantities', 'must name at least one dimension.');
  for (const [key, quantity] of entries) {
    if (!keys.includes(key)) throw invalidField(`quantities.${key}`, `must be one of ${keys.join(', ')}.`);
    if (!Number.isInteger(quantity) || quantity < 1) {
      throw invalidField(`quantities.${key}`, 'must be a whole number of 1 or more.');
    }
  }
  const tiers = Constraints.MultipleDimensionSelection === 'Disallowed';
  if (tiers && (entries.length > 1 || entries[0]?.[1] !== 1)) {
    throw invalidField('quantities', 'the offer has tiers: exactly one of them can be chosen, once.');
  }
  return quantities;
}
