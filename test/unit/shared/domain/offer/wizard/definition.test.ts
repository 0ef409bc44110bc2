import { describe, expect, it } from 'vitest';
import { createOfferDraft, OFFER_KINDS, offerDraftSchema } from '../../../../../../src/shared/domain/offer/draft.ts';
import { shownSteps, stepOfFinding, stepOfPath } from '../../../../../../src/shared/domain/offer/wizard/definition.ts';

describe('shownSteps', () => {
  it('shows the schedule where the kind can be paid in instalments, whether it is on or not', () => {
    const withSchedule = OFFER_KINDS.filter((kind) => shownSteps({ ...createOfferDraft(), kind }).includes('schedule'));
    expect(withSchedule).toEqual([
      'saas-contract',
      'saas-contract-consumption',
      'ami-hourly-annual',
      'ami-contract',
      'container-contract',
    ]);
  });

  it('starts with the product and ends with the review', () => {
    const steps = shownSteps(createOfferDraft());
    expect(steps[0]).toBe('product-buyers');
    expect(steps.at(-1)).toBe('review');
  });
});

describe('stepOfPath', () => {
  it('finds the step of every editable part of the draft', () => {
    const untouchable = ['schemaVersion', 'carried', 'target', 'setAside'];
    const parts = Object.keys(offerDraftSchema.shape).filter(
      (key) => !untouchable.includes(key) && key !== 'installments',
    );
    expect(parts.filter((key) => stepOfPath(key) === null)).toEqual([]);
    expect(stepOfPath('installments.schedule.3.amount')).toBe('schedule');
    expect(stepOfPath('installments.grants.0.quantity')).toBe('pricing');
    expect(stepOfPath('installments.enabled')).toBe('product-buyers');
  });

  it('compares whole names only', () => {
    expect(stepOfPath('names')).toBeNull();
    expect(stepOfPath('')).toBeNull();
  });
});

it('falls back to the step that a finding names', () => {
  expect(stepOfFinding({ path: 'carried.terms', step: 'review' })).toBe('review');
  expect(stepOfFinding({ path: 'eula.file', step: 'review' })).toBe('eula');
});
