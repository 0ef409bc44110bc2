import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { marginRoutes } from '../../../../../src/renderer/features/margin/routes.tsx';
import { PUBLISHED_FEES } from '../../../../../src/shared/domain/margin/fees.ts';
import { DEFAULT_PREFERENCES } from '../../../../../src/main/hosts/common/preferences.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

function show(at: string) {
  return renderInApp(null, {
    at,
    routes: [...marginRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'app.preferences.get': () => DEFAULT_PREFERENCES,
      'app.preferences.set': () => DEFAULT_PREFERENCES,
    },
  });
}

const rowOf = (name: RegExp) => screen.getByRole('row', { name });

describe('the margin page', () => {
  it('opens with the figures of an authorization, and says what each side keeps', async () => {
    await show('/margin?list=100000&discount=20&markup=25&currency=EUR');
    await screen.findByText('Result (estimate)');
    expect(within(rowOf(/Price for the buyer/)).getByText('€100,000.00')).toBeTruthy();
    expect(within(rowOf(/AWS listing fee/)).getByText("3.5% of the buyer's price")).toBeTruthy();
    expect(within(rowOf(/ISV keeps/)).getByText('€76,500.00')).toBeTruthy();
  });

  it('answers which markup gives 22 percent, and fills it in', async () => {
    await show('/margin?list=100000&discount=20&markup=25');
    await userEvent.type(await screen.findByRole('textbox', { name: "Percent of the buyer's price" }), '22{Enter}');
    const markup = screen.getByRole<HTMLInputElement>('textbox', { name: 'Markup of the partner (%)' });
    expect(markup.value).toBe('28.2051');
    expect(within(rowOf(/Channel partner keeps/)).getByText(/^22% of/)).toBeTruthy();
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    await show('/margin');
    const discount = await screen.findByRole<HTMLInputElement>('textbox', { name: /Discount of the authorization/ });
    await userEvent.clear(discount);
    await userEvent.type(discount, '120');
    expect(await screen.findByText(/from 0 to 100/)).toBeTruthy();
    expect(discount.value).toBe('120');
    expect(screen.queryByText('Result (estimate)')).toBeNull();
  });

  it('keeps a fee table of one’s own', async () => {
    const { transport } = await show('/margin');
    await userEvent.click(await screen.findByRole('button', { name: /Listing fees used/ }));
    const renewal = screen.getByRole<HTMLInputElement>('textbox', { name: 'Renewals (%)' });
    await userEvent.clear(renewal);
    await userEvent.type(renewal, '2.25');
    await userEvent.click(screen.getByRole('button', { name: 'Save fees' }));
    expect(transport.calls.find(({ method }) => method === 'app.preferences.set')?.input).toEqual({
      listingFees: { ...PUBLISHED_FEES, renewal: '2.25' },
    });
  });
});
