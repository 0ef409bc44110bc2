import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { offerRoutes } from '../../../../../src/renderer/features/offers/routes.tsx';
import type { OfferPlanReport } from '../../../../../src/shared/contract/offers.ts';
import type { Finding } from '../../../../../src/shared/domain/offer/finding.ts';
import type { OfferDetail } from '../../../../../src/shared/domain/offer/offer.ts';
import { account, change, offer, offerDetail, productDetail } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';

const URL = 'https://aws.amazon.com/marketplace/saas/ordering?productId=prod-one&offerId=offer-one';

function show(detail: OfferDetail, handlers: MemoryHandlers = {}, language: RenderOptions['language'] = 'en') {
  const { summary } = detail;
  return renderInApp(null, {
    language,
    at: '/offers/acme/offer-one',
    routes: [...offerRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'offers.get': () => detail,
      'offers.urls': () => ({
        urls: [
          {
            account: 'acme',
            offerId: summary.id,
            name: summary.name,
            productTitle: summary.productTitle,
            productType: 'SaaSProduct',
            buyers: summary.buyers,
            state: summary.state,
            availabilityEndDate: summary.availabilityEndDate,
            awsAccountId: '012345678901',
            accountName: 'Seller acme',
            url: summary.state === 'draft' ? null : URL,
          },
        ],
      }),
      'products.get': () => productDetail('prod-one'),
      'changes.list': () => ({ items: [], total: 0 }),
      ...handlers,
    },
  });
}

const scheduled = offerDetail(offer('offer-one'), [
  {
    Type: 'FixedUpfrontPricingTerm',
    CurrencyCode: 'USD',
    Price: '0.0',
    Duration: 'P12M',
    Grants: [{ DimensionKey: 'gold', MaxQuantity: 5 }],
  },
  {
    Type: 'PaymentScheduleTerm',
    CurrencyCode: 'USD',
    Schedule: [
      { ChargeDate: '2027-02-01T00:00:00.000Z', ChargeAmount: '6000.5' },
      { ChargeDate: '2027-08-01T00:00:00.000Z', ChargeAmount: '6000' },
    ],
  },
  { Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] },
  { Type: 'ValidityTerm', AgreementDuration: 'P1Y' },
]);

const warning: Finding = {
  ruleId: 'service-length',
  severity: 'warning',
  step: 'service',
  path: 'service',
  messageKey: 'life:rule.less-time',
  params: { date: '2027-01-01' },
  source: 'test',
  fix: null,
};

function releasePlan(findings: Finding[]): OfferPlanReport {
  return {
    account: 'acme',
    offerId: 'offer-one',
    awsAccountId: '012345678901',
    action: { kind: 'release' },
    name: 'Gold',
    productTitle: 'Analytics',
    buyers: ['777788889999'],
    state: 'draft',
    revision: '3',
    availabilityEndDate: '2027-04-01',
    values: [],
    findings,
    suggestedDuration: null,
    request: '{"ChangeSet":[{"ChangeType":"ReleaseOffer"}]}',
  };
}

describe('the page of an offer', () => {
  it('says its terms in words, with the running total of the schedule', async () => {
    await show({ ...scheduled, totalContractValue: '12000.5' });
    const table = await screen.findByRole('table', { name: 'Payment schedule' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      '1Feb 1, 2027$6,000.50$6,000.50',
      '2Aug 1, 2027$6,000.00$12,000.50',
    ]);
    expect(screen.getByText('$12,000.50', { selector: 'dd *, dd' })).toBeTruthy();
    expect(await screen.findByText('Gold seats (gold)')).toBeTruthy();
    expect(screen.getByText('Standard contract for AWS Marketplace')).toBeTruthy();
    expect(screen.getByText('1 year')).toBeTruthy();
  });

  it('gives prices by dimension with unit, in the language that is chosen', async () => {
    const detail = offerDetail(offer('offer-one'), [
      {
        Type: 'UsageBasedPricingTerm',
        CurrencyCode: 'USD',
        RateCards: [{ RateCard: [{ DimensionKey: 'calls', Price: '0.00012' }] }],
      },
    ]);
    await show(detail, {}, 'ja');
    const table = await screen.findByRole('table', { name: '従量制料金' });
    await waitFor(() => expect(within(table).getAllByRole('row').at(-1)?.textContent).toContain('Requests'));
    expect(table.textContent).toContain('$0.00012');
  });

  it('shows a term that nobody knew, and one of another form, as AWS returned it', async () => {
    const unknown = { Type: 'QuantumPricingTerm', Qubits: '12' };
    const odd = { Type: 'PaymentScheduleTerm', Schedule: 'later' };
    const detail = offerDetail(offer('offer-one'), [unknown, odd]);
    await show({ ...detail, terms: detail.terms.map((term) => ({ ...term, known: term.type !== unknown.Type })) });
    const shown = await screen.findByLabelText('QuantumPricingTerm', { selector: 'pre' });
    expect(JSON.parse(shown.textContent ?? '')).toEqual(unknown);
    expect(screen.getByLabelText('PaymentScheduleTerm', { selector: 'pre' }).textContent).toContain('later');
  });

  it('offers the address to copy and says that AWS does not document it', async () => {
    await show(scheduled);
    expect(await screen.findByText(URL)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy URL' })).toBeTruthy();
    expect(screen.getByText(/AWS does not document/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Publish this AWS draft' })).toBeNull();
  });

  it('releases a draft only after account, buyers and rules were shown and the warnings were read', async () => {
    const { transport } = await show(offerDetail(offer('offer-one', { state: 'draft' }), []), {
      'offers.plan': () => releasePlan([warning]),
      'offers.change': () => ({ change: change('change-one', { kind: 'offer-release-existing' }) }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Publish this AWS draft' }));
    const dialog = screen.getByRole('dialog');
    const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Publish offer' });
    const checkbox = await within(dialog).findByRole('checkbox', { name: 'I have read the warning' });
    for (const text of ['Seller acme', '012345678901', 'offer-one', '777788889999', 'ReleaseOffer']) {
      expect(dialog.textContent).toContain(text);
    }
    expect(confirm.disabled).toBe(true);
    await userEvent.click(checkbox);
    await waitFor(() => expect(confirm.disabled).toBe(false));
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(transport.calls.find(({ method }) => method === 'offers.change')?.input).toEqual({
      account: 'acme',
      offerId: 'offer-one',
      action: { kind: 'release' },
      revision: '3',
      confirmedAccountId: '012345678901',
      acknowledgedWarnings: [warning.ruleId],
    });
  });

  it('does not release against a rule', async () => {
    const wrong = { ...warning, severity: 'error' as const };
    await show(offerDetail(offer('offer-one', { state: 'draft' }), []), {
      'offers.plan': () => releasePlan([wrong]),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Publish this AWS draft' }));
    const dialog = screen.getByRole('dialog');
    await waitFor(() => expect(dialog.textContent).toContain('777788889999'));
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Publish offer' }).disabled).toBe(true);
  });

  it('reads the offer from AWS on request and keeps what is on screen when that fails', async () => {
    const { transport } = await show(scheduled, {
      'offers.get': ({ refresh }) => {
        if (refresh) throw new Error('no network');
        return scheduled;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Refresh from AWS' }));
    expect(await screen.findByText('Something went wrong inside Offerdeck.')).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Payment schedule' })).toBeTruthy();
    expect(transport.calls).toContainEqual({
      method: 'offers.get',
      input: { account: 'acme', offerId: 'offer-one', refresh: true },
    });
  });

  it('leads to what was sent about it', async () => {
    const { transport } = await show(scheduled, {
      'changes.list': () => ({ items: [change('a', { offerId: 'offer-one', title: 'Mine' })], total: 1 }),
    });
    expect(await screen.findByText('Mine')).toBeTruthy();
    expect(transport.calls.find(({ method }) => method === 'changes.list')?.input).toMatchObject({
      account: 'acme',
      entityId: 'offer-one',
    });
  });

  it('never says "undefined", whatever AWS leaves out', async () => {
    const bare = offerDetail(
      offer('offer-one', { name: '', buyers: [], availabilityEndDate: null, releasedAt: null }),
      [
        { Type: 'FixedUpfrontPricingTerm' },
        { Type: 'ConfigurableUpfrontPricingTerm', RateCards: [{ RateCard: [] }] },
        { Type: 'ValidityTerm' },
        { Type: 'LegalTerm', Documents: [{ Type: 'CustomEula' }] },
        { Type: 'SupportTerm' },
        { Type: 'RenewalTerm' },
        { Type: 'FreeTrialPricingTerm' },
        { Type: 'CustomerVerificationTerm' },
        { Type: 'ByolPricingTerm' },
      ],
    );
    const { container } = await show({ ...bare, currency: null, revision: null, description: '' });
    await screen.findByText('The buyer brings a license of their own.');
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\bterms\.|\bcolumn\./);
  });
});
