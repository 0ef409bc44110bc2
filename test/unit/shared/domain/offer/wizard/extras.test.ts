import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAmounts } from '../../../../../../src/shared/domain/money/amount.ts';
import { createOfferDraft, offerDraftSchema } from '../../../../../../src/shared/domain/offer/draft.ts';
import type { DraftAction } from '../../../../../../src/shared/domain/offer/wizard/actions.ts';
import { reduceDraft } from '../../../../../../src/shared/domain/offer/wizard/reducer.ts';
import { templateFromSchedule } from '../../../../../../src/shared/domain/offer/wizard/renewal-template.ts';

const run = (actions: readonly DraftAction[]) => actions.reduce(reduceDraft, createOfferDraft());

describe('terms beside price, service and EULA', () => {
  it('keep what was typed while they are switched off', () => {
    const typed = run([
      { type: 'renewalTerm.offer', offered: true },
      { type: 'renewalTerm.increase', patch: { kind: 'range', min: '1', max: '8', usual: '5' } },
      { type: 'renewalTerm.set', patch: { adjustmentDays: '60', maxRenewals: '2' } },
      { type: 'verification.ask', asked: true },
      { type: 'verification.days', days: '3' },
    ]);
    const off: DraftAction[] = [
      { type: 'renewalTerm.offer', offered: false },
      { type: 'verification.ask', asked: false },
    ];
    const switchedOff = off.reduce(reduceDraft, typed);
    expect([switchedOff.renewalTerm, switchedOff.customerVerification]).toEqual([null, null]);
    const again = [...off].map((action) =>
      'offered' in action ? { ...action, offered: true } : { ...action, asked: true },
    );
    const back = (again as DraftAction[]).reduce(reduceDraft, switchedOff);
    expect(back.renewalTerm).toEqual(typed.renewalTerm);
    expect(back.customerVerification).toEqual(typed.customerVerification);
    expect(offerDraftSchema.parse(back)).toEqual(back);
  });

  it('keep the values of an increase that is not chosen', () => {
    const draft = run([
      { type: 'renewalTerm.increase', patch: { kind: 'fixed', value: '5' } },
      { type: 'renewalTerm.increase', patch: { kind: 'range', max: '9' } },
    ]);
    expect(draft.renewalTerm?.priceIncrease).toMatchObject({ kind: 'range', value: '5', max: '9' });
  });
});

describe('the schedule of a renewed agreement', () => {
  it('takes shares and months from the payment schedule', () => {
    expect(
      templateFromSchedule([
        { date: '2027-01-31', amount: '6000' },
        { date: '2027-07-15', amount: '3000' },
        { date: '2028-01-31', amount: '9000.00' },
        { date: '', amount: '' },
      ]),
    ).toEqual({
      unit: 'months',
      charges: [
        { offset: '0', percentage: '33.33', dayOfMonth: '31' },
        { offset: '6', percentage: '16.66', dayOfMonth: '15' },
        { offset: '12', percentage: '50.01', dayOfMonth: '31' },
      ],
    });
  });

  it('counts days where two payments fall into one month, and leaves payments of zero out', () => {
    const template = templateFromSchedule([
      { date: '2027-01-01', amount: '0' },
      { date: '2027-01-11', amount: '1' },
      { date: '2027-01-21', amount: '1' },
    ]);
    expect(template).toEqual({
      unit: 'days',
      charges: [
        { offset: '10', percentage: '50', dayOfMonth: '' },
        { offset: '20', percentage: '50', dayOfMonth: '' },
      ],
    });
  });

  it('needs a complete schedule that costs something', () => {
    expect(templateFromSchedule([])).toBeNull();
    expect(templateFromSchedule([{ date: '2027-02-30', amount: '1' }])).toBeNull();
    expect(templateFromSchedule([{ date: '2027-02-01', amount: 'x' }])).toBeNull();
    expect(templateFromSchedule([{ date: '2027-02-01', amount: '0' }])).toBeNull();
  });

  it('always adds up to a hundred', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((at) => `2027-${String((at % 12) + 1).padStart(2, '0')}-${String(at).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.array(fc.record({ date: day, amount: fc.integer({ min: 1, max: 9999 }).map(String) }), {
          minLength: 1,
          maxLength: 60,
        }),
        (rows) => {
          const shares = templateFromSchedule(rows)?.charges.map(({ percentage }) => percentage) ?? [];
          expect(sumAmounts(shares)).toBe('100');
        },
      ),
    );
  });
});
