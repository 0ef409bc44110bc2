/** Typed looks at an agreement's terms, and at what the buyer chose in them. */
import type { AgreementRecord, Term } from '../catalog/model.ts';
import type { ConfigurableUpfrontTerm } from '../catalog/schema/pricing-terms.ts';

export interface UpfrontChoice {
  readonly selectorValue: string;
  readonly dimensions: readonly { readonly dimensionKey: string; readonly dimensionValue: number }[];
}

type RateCard = ConfigurableUpfrontTerm['RateCards'][number];

export function findTerm(agreement: AgreementRecord, type: string): Term | undefined {
  for (const group of Object.values(agreement.terms)) {
    const found = group.find((term) => term.Type === type);
    if (found) return found;
  }
  return undefined;
}

export function chosenRateCard(agreement: AgreementRecord): RateCard | undefined {
  const term = findTerm(agreement, 'ConfigurableUpfrontPricingTerm') as ConfigurableUpfrontTerm | undefined;
  const wanted = agreement.choice?.duration;
  return term?.RateCards.find(({ Selector }) => Selector.Value === wanted) ?? term?.RateCards[0];
}

export function upfrontChoice({ choice }: AgreementRecord): UpfrontChoice | null {
  if (choice === null) return null;
  return {
    selectorValue: choice.duration,
    dimensions: Object.entries(choice.quantities).map(([dimensionKey, dimensionValue]) => ({
      dimensionKey,
      dimensionValue,
    })),
  };
}
