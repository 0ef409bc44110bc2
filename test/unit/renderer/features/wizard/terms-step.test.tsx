/** The step with the terms beside price, service and EULA. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { wizardRoutes } from '../../../../../src/renderer/features/wizard/routes.tsx';
import type { OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { renderInApp } from '../../support/render.tsx';
import { completeDraft, createDraftStage } from './support/draft-stage.ts';

beforeAll(async () => {
  await import('../../../../../src/renderer/features/wizard/wizard-page.tsx');
  Element.prototype.scrollIntoView = () => {};
}, 60_000);

const DRAFT_SET = {
  account: 'acme',
  id: 'offerset-one',
  name: 'Both together',
  state: 'draft' as const,
  offerCount: 0,
  buyers: [],
  availabilityEndDate: null,
  agreementCount: 0,
  solutionId: null,
  releasedAt: null,
  lastModifiedAt: '2026-11-01T00:00:00Z',
  madeHere: true,
};

async function openStep(changes: Partial<OfferDraft> = {}, query = 'step=terms') {
  const core = createDraftStage({ ...completeDraft(), ...changes });
  const view = await renderInApp(null, {
    handlers: {
      ...core.handlers,
      'offersets.list': () => ({ items: [DRAFT_SET], total: 1, syncedAt: null }),
    },
    routes: [...wizardRoutes, { path: '*', element: <p>elsewhere</p> }],
    at: `/drafts/draft-1?${query}`,
  });
  await screen.findAllByText('Example Seller');
  return { ...view, user: userEvent.setup(), saved: () => core.drafts.get('draft-1')?.document };
}

const textbox = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('further terms', () => {
  it('are saved as they are chosen and typed', async () => {
    const { user, saved } = await openStep();
    await user.click(await screen.findByRole('button', { name: /^Net payment terms/ }));
    await user.click(await screen.findByRole('option', { name: 'Net 45' }));
    fireEvent.change(textbox('Refund policy'), { target: { value: 'No refunds.' } });
    await user.click(screen.getByRole('checkbox', { name: 'Offer automatic renewal' }));
    await user.click(await screen.findByRole('radio', { name: 'Range' }));
    fireEvent.change(textbox('Highest increase (%)'), { target: { value: '8' } });
    fireEvent.change(textbox('Adjustment deadline (days)'), { target: { value: '60' } });
    await waitFor(() =>
      expect(saved()).toMatchObject({
        netPayment: 'P45D',
        refundPolicy: 'No refunds.',
        renewalTerm: { adjustmentDays: '60', priceIncrease: { kind: 'range', max: '8' } },
      }),
    );
  });

  it('offer the sets that stand as drafts at AWS, and take the ID of any other', async () => {
    const { user, saved } = await openStep();
    await user.click(await screen.findByRole('button', { name: 'Offer set' }));
    const field = await screen.findByRole('combobox', { name: 'Offer set' });
    await user.click(field);
    await user.click(await screen.findByRole('option', { name: /Both together/ }));
    await waitFor(() => expect(saved()?.offerSetId).toBe('offerset-one'));
    expect((await screen.findByRole('link', { name: 'Both together' })).getAttribute('href')).toMatch(
      /^\/offersets\/[^/]+\/offerset-one$/,
    );
    await user.clear(field);
    await user.type(field, 'offerset-elsewhere');
    await waitFor(() => expect(saved()?.offerSetId).toBe('offerset-elsewhere'));
    expect(screen.getByText(/not in this machine’s copy/)).toBeTruthy();
  });

  it('say what is wrong at the field, with one click to mend it', async () => {
    const { user, saved } = await openStep({ refundPolicy: 'We don’t refund' }, 'path=refundPolicy');
    await user.click(textbox('Refund policy'));
    await user.tab();
    expect(await screen.findByText(/AWS does not take these characters/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Correct this' }));
    await waitFor(() => expect(saved()?.refundPolicy).toBe("We don't refund"));
  });

  it('of a channel partner are held to what its authorization allows, as they are chosen', async () => {
    await openStep(
      {
        netPayment: 'P90D',
        source: {
          kind: 'resale',
          authorizationId: 'resaleauthz-one',
          received: {
            name: 'Gold',
            state: 'authorized',
            seller: '000000000007',
            sellerName: 'Maker',
            endDate: '',
            latestStartDate: '',
            netPayment: 'P30D',
            buyers: [],
            schedule: [],
            readAt: '2026-11-01T00:00:00Z',
          },
        },
      },
      'path=netPayment',
    );
    expect(await screen.findByText('The authorization allows at most 30 days to pay.')).toBeTruthy();
  });

  it('make the schedule for renewals from the payment schedule', async () => {
    const { user, saved } = await openPaid();
    await user.click(screen.getByRole('button', { name: 'Make from the payment schedule' }));
    await waitFor(() =>
      expect(saved()?.renewalTerm?.template.charges).toEqual([
        { offset: '0', percentage: '25', dayOfMonth: '1' },
        { offset: '6', percentage: '75', dayOfMonth: '1' },
      ]),
    );
    fireEvent.change(textbox('Share in percent of payment 2'), { target: { value: '70' } });
    await user.click(textbox('Share in percent of payment 1'));
    await waitFor(() => expect(saved()?.renewalTerm?.template.charges[1]?.percentage).toBe('70'));
  });

  async function openPaid() {
    const draft = completeDraft();
    const opened = await openStep({
      installments: {
        ...draft.installments,
        enabled: true,
        schedule: [
          { date: '2027-02-01', amount: '1000' },
          { date: '2027-08-01', amount: '3000' },
        ],
      },
    });
    await opened.user.click(await screen.findByRole('checkbox', { name: 'Offer automatic renewal' }));
    return opened;
  }
});
