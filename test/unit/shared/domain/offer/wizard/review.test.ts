import { describe, expect, it } from 'vitest';
import { createOfferDraft, OFFER_KINDS, type OfferDraft } from '../../../../../../src/shared/domain/offer/draft.ts';
import { shownSteps, stepOfPath } from '../../../../../../src/shared/domain/offer/wizard/definition.ts';
import { reviewSections } from '../../../../../../src/shared/domain/offer/wizard/review.ts';

function labelsOf(draft: OfferDraft): string[] {
  return reviewSections(draft, null).flatMap(({ lines }) => lines.map(({ label }) => label));
}

const paid: OfferDraft = {
  ...createOfferDraft(),
  kind: 'ami-contract',
  installments: {
    enabled: true,
    grants: [
      { dimensionKey: 'seats', quantity: '5' },
      { dimensionKey: 'gold', quantity: '' },
    ],
    duration: 'P12M',
    schedule: [],
  },
};

describe('reviewSections', () => {
  it.each(OFFER_KINDS)('leads every line of %s back to the step it stands under', (kind) => {
    const drafts: OfferDraft[] = [
      { ...createOfferDraft(), kind, service: { mode: 'dates', startDate: '', endDate: '' } },
      { ...paid, kind, eula: { kind: 'custom', file: null }, isRenewal: true },
    ];
    for (const draft of drafts) {
      const sections = reviewSections(draft, null);
      expect(sections.map(({ step }) => step)).toEqual(shownSteps(draft).filter((step) => step !== 'review'));
      for (const { step, lines } of sections) {
        const strays = lines.filter(({ path }) => stepOfPath(path) !== step && path !== 'installments.enabled');
        expect(strays).toEqual([]);
      }
    }
  });

  it('shows fixed units in place of contract prices, without the rows that are not sent', () => {
    const [grants] = reviewSections(paid, null)
      .flatMap(({ lines }) => lines)
      .filter(({ label }) => label === 'grants');
    expect(grants?.value).toEqual({
      kind: 'quantities',
      rows: [{ dimensionKey: 'seats', name: 'seats', unit: '', value: '5' }],
    });
    expect(labelsOf(paid)).not.toContain('contractPrices');
    expect(labelsOf({ ...paid, installments: { ...paid.installments, enabled: false } })).not.toContain('grants');
  });

  it('asks for renewal details only after Yes', () => {
    const renewal = { acquisitionChannel: 'External', pricingModel: 'Usage' } as const;
    expect(labelsOf({ ...createOfferDraft(), isRenewal: true, renewal })).toContain('channel');
    expect(labelsOf({ ...createOfferDraft(), isRenewal: false, renewal })).not.toContain('channel');
  });
});
