/** The wizard with a core that keeps drafts: saving, other windows, findings, publishing and its outcome. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { wizardRoutes } from '../../../../../src/renderer/features/wizard/routes.tsx';
import { renderInApp } from '../../support/render.tsx';
import { completeDraft, createChange, createDraftStage } from './support/draft-stage.ts';

beforeAll(async () => {
  // Loaded before the first test, whose patience is for the screen.
  await import('../../../../../src/renderer/features/wizard/wizard-page.tsx');
  // jsdom draws nothing, so it has no place to scroll to.
  Element.prototype.scrollIntoView = () => {};
}, 60_000);

async function openWizard(query: string, core = createDraftStage()) {
  const view = await renderInApp(null, {
    handlers: core.handlers,
    routes: [...wizardRoutes, { path: '*', element: <p>elsewhere</p> }],
    at: `/drafts/draft-1?${query}`,
  });
  await screen.findAllByText('Example Seller');
  return { ...core, ...view, user: userEvent.setup() };
}

const textbox = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('typing', () => {
  it('is saved at once and says so', async () => {
    const { drafts, user } = await openWizard('step=details');
    await user.clear(textbox('Offer name'));
    await user.type(textbox('Offer name'), 'Ledger 2027');
    await waitFor(() => expect(drafts.get('draft-1')?.document.name).toBe('Ledger 2027'));
    expect(await screen.findByText('Saved')).toBeTruthy();
  });

  it('that was not saved yet is saved on leaving', async () => {
    const { drafts, user, unmount } = await openWizard('step=details');
    await user.type(textbox('Offer description'), '!');
    unmount();
    await waitFor(() => expect(drafts.get('draft-1')?.document.description).toBe('deal 4711!'));
  });

  it('in another window shows here, as long as nothing is being typed here', async () => {
    const { drafts, transport } = await openWizard('step=details');
    drafts.set('draft-1', { document: { ...completeDraft(), name: 'from elsewhere' }, revision: 7 });
    act(() => transport.emit('drafts.changed', { id: 'draft-1', account: 'acc' }));
    await waitFor(() => expect(textbox('Offer name').value).toBe('from elsewhere'));
  });

  it.each([
    ['Go on with this window’s version', 'mine', 'theirs'],
    ['Take the other version', 'theirs', 'mine'],
  ])('against another window loses neither version (%s)', async (choice, kept, copied) => {
    const { drafts, user } = await openWizard('step=details');
    drafts.set('draft-1', { document: { ...completeDraft(), name: 'theirs' }, revision: 7 });
    fireEvent.change(textbox('Offer name'), { target: { value: 'mine' } });
    await user.click(await screen.findByRole('button', { name: choice }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(drafts.get('draft-1')?.document.name).toBe(kept));
    expect(drafts.get('draft-2')?.document.name).toContain(copied);
    expect(textbox('Offer name').value).toBe(kept);
  });
});

describe('buyers', () => {
  it('are pasted from a spreadsheet; what is no id stays to be corrected', async () => {
    const { drafts, user } = await openWizard('step=product-buyers');
    await user.click(textbox('Buyer accounts'));
    await user.paste('012345678901\n7777-8888-9999\nExample Corp');
    await waitFor(() =>
      expect(drafts.get('draft-1')?.document.buyers).toEqual([
        '444455556666',
        '012345678901',
        '777788889999',
        'Example',
        'Corp',
      ]),
    );
    expect(screen.getAllByLabelText('Not a 12-digit account ID')).toHaveLength(2);
  });
});

describe('a deep link', () => {
  it('opens the step, turns to the page of the table and puts the focus into the field', async () => {
    const draft = completeDraft();
    const prices = Array.from({ length: 60 }, (_, index) => ({ dimensionKey: `seats_${index + 1}`, price: '1' }));
    const core = createDraftStage({
      ...draft,
      contract: { selection: 'units', rateCards: [{ duration: 'P12M', prices }] },
    });
    await openWizard('path=contract.rateCards.0.prices.55.price', core);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/: Seats 56$/));
  });
});

describe('prices', () => {
  it('fill down and paste into the rows below', async () => {
    const { drafts, user } = await openWizard('step=pricing');
    const cell = await screen.findByRole('textbox', { name: /: Seats 59$|: Seats 2$/ });
    await user.click(cell);
    await user.paste('5\n6\n');
    const linesOf = () => drafts.get('draft-1')?.document.contract.rateCards[0]?.prices ?? [];
    await waitFor(() => expect(linesOf()).toContainEqual({ dimensionKey: 'seats_3', price: '6' }));
    await user.click(textbox(/: Seats 3$/));
    await user.keyboard('{Control>}d{/Control}');
    await waitFor(() => expect(linesOf()).toContainEqual({ dimensionKey: 'seats_60', price: '6' }));
    expect(linesOf()).toContainEqual({ dimensionKey: 'seats_2', price: '5' });
  });
});

describe('the service length', () => {
  it('takes a future dated agreement of the priced length, and keeps its dates while another way is chosen', async () => {
    const { drafts, user } = await openWizard('step=service');
    const serviceOf = () => drafts.get('draft-1')?.document.service;
    await user.click(screen.getByRole('radio', { name: 'New offer starting at a future date' }));
    fireEvent.change(textbox('Service start date'), { target: { value: '2027-04-01' } });
    await user.click(await screen.findByRole('button', { name: '12 months' }));
    const dates = { mode: 'dates', startDate: '2027-04-01', endDate: '2028-03-31' };
    await waitFor(() => expect(serviceOf()).toEqual(dates));
    expect(screen.getByText('That is 12 months.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'New offer: the buyer chooses a contract duration' }));
    await waitFor(() => expect(serviceOf()).toEqual({ mode: 'buyer-choice' }));
    await user.click(screen.getByRole('radio', { name: 'New offer starting at a future date' }));
    await waitFor(() => expect(serviceOf()).toEqual(dates));
  });
});

describe('a custom EULA', () => {
  const fileInput = () =>
    document.querySelector<HTMLInputElement>('input[type=file]') ?? document.createElement('input');

  it('must be a PDF, and says how to set the bucket where none is', async () => {
    const { user, drafts } = await openWizard('step=eula');
    await user.click(screen.getByRole('radio', { name: 'Custom EULA' }));
    expect(await screen.findByText('Example Seller has no S3 bucket for EULAs')).toBeTruthy();
    fireEvent.change(fileInput(), { target: { files: [new File(['hello'], 'terms.pdf')] } });
    expect(await screen.findByText(/is not a PDF/)).toBeTruthy();
    await waitFor(() => expect(drafts.get('draft-1')?.document.eula).toEqual({ kind: 'custom', file: null }));
  });

  it('is checked by the core and kept with the draft', async () => {
    const core = createDraftStage();
    core.handlers['drafts.attachEula'] = ({ name, base64 }) => ({
      sha256: 'a'.repeat(64),
      name,
      sizeBytes: atob(base64).length,
    });
    const { user, drafts } = await openWizard('step=eula', core);
    await user.click(screen.getByRole('radio', { name: 'Custom EULA' }));
    await waitFor(() => expect(fileInput().isConnected).toBe(true));
    fireEvent.change(fileInput(), { target: { files: [new File(['%PDF-1.7 text'], 'terms.pdf')] } });
    expect(await screen.findByText('terms.pdf (13 bytes) is kept with this draft')).toBeTruthy();
    await waitFor(() =>
      expect(drafts.get('draft-1')?.document.eula).toMatchObject({ kind: 'custom', file: { name: 'terms.pdf' } }),
    );
  });
});

describe('the payment schedule', () => {
  it('is made, replaced and brought back', async () => {
    const draft = completeDraft();
    const rows = [{ date: '2027-01-15', amount: '7' }];
    const core = createDraftStage({
      ...draft,
      service: { mode: 'duration', duration: 'P24M' },
      installments: { ...draft.installments, enabled: true, schedule: rows },
    });
    const { user, drafts } = await openWizard('step=schedule', core);
    const scheduleOf = () => drafts.get('draft-1')?.document.installments.schedule;
    await user.type(textbox('Payment amount (USD)'), '100');
    await user.clear(textbox('Number of installments'));
    await user.type(textbox('Number of installments'), '3');
    await user.click(button('Generate schedule'));
    await waitFor(() => expect(scheduleOf()?.map(({ amount }) => amount)).toEqual(['33.34', '33.33', '33.33']));
    expect(screen.getByText('Equals the payment amount')).toBeTruthy();
    await user.click(button('Undo'));
    await waitFor(() => expect(scheduleOf()).toEqual(rows));
  });

  it('says which field of the utility is wrong and goes there', async () => {
    const draft = completeDraft();
    const core = createDraftStage({ ...draft, installments: { ...draft.installments, enabled: true } });
    const { user } = await openWizard('step=schedule', core);
    await user.click(button('Generate schedule'));
    expect(await screen.findByText('Enter the total of all payments.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(textbox('Payment amount (USD)')));
  });
});

describe('publishing', () => {
  it('does not ask while something blocks, but goes to the field', async () => {
    const core = createDraftStage({ ...completeDraft(), description: '' });
    const { published, user } = await openWizard('step=review', core);
    await user.click(button('Create offer'));
    await waitFor(() => expect(document.activeElement).toBe(textbox('Offer description')));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(published).toEqual([]);
  });

  it('names the account, sends the saved revision and follows the change to the address', async () => {
    const { stage, published, user, transport } = await openWizard('step=review');
    await user.click(button('Create offer'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('111122223333');
    await user.click(within(dialog).getByRole('button', { name: 'Create offer' }));
    expect(await screen.findAllByText('Sent to AWS')).not.toEqual([]);
    expect(published).toEqual([
      {
        draftId: 'draft-1',
        // Nobody but a named buyer is concerned.
        confirmedPublicProductId: null,
        revision: 1,
        intent: 'release',
        confirmedAccountId: '111122223333',
        acknowledgedWarnings: [],
      },
    ]);
    stage.change = createChange({ state: 'verified', offerId: 'offer-bbbbbbbbbbbbb', differences: [] });
    act(() => transport.emit('changes.changed', stage.change));
    expect(await screen.findByText(/offerId=offer-bbbbbbbbbbbbb/)).toBeTruthy();
    expect(screen.getByText('AWS holds exactly that')).toBeTruthy();
  });

  it('asks to read the warnings first, and sends which ones were read', async () => {
    const buyers = Array.from({ length: 25 }, (_, index) => String(400000000000 + index));
    const core = createDraftStage({ ...completeDraft(), buyers });
    const { published, user } = await openWizard('step=review', core);
    await user.click(button('Create offer'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Create offer' }));
    expect(published).toEqual([]);
    await user.click(within(dialog).getByRole('checkbox', { name: /I have read the warnings/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Create offer' }));
    await waitFor(() => expect(published[0]?.acknowledgedWarnings).toEqual(['buyers-many']));
  });

  it('shows what AWS refused, one click from the field, until the field is changed', async () => {
    const core = createDraftStage();
    core.stage.change = createChange({
      state: 'failed',
      changeSetId: 'cs-1',
      errors: [
        { changeType: 'UpdateInformation', code: 'INVALID_NAME', message: 'the name is odd', path: 'name' },
        { changeType: 'ReleaseOffer', code: 'INVALID_TAX_INFORMATION', message: 'no tax data', path: null },
      ],
    });
    const { user } = await openWizard('step=review&change=change-1', core);
    expect(await screen.findByText(/no tax data/)).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Go to Offer details' })[0] ?? document.body);
    await waitFor(() => expect(document.activeElement).toBe(textbox('Offer name')));
    expect(screen.getByText('AWS refused this: the name is odd (INVALID_NAME)')).toBeTruthy();
    await user.type(textbox('Offer name'), '!');
    await waitFor(() => expect(screen.queryByText(/AWS refused this/)).toBeNull());
  });

  it('stopped by a temporary failure says why and goes on at a press', async () => {
    const core = createDraftStage();
    const { createAppError } = await import('../../../../../src/shared/errors/app-error.ts');
    core.stage.change = createChange({
      state: 'sending',
      error: createAppError('network-unreachable', { retryable: true }),
    });
    core.handlers['changes.resume'] = () => createChange({ state: 'sent' });
    const view = await renderInApp(null, {
      handlers: core.handlers,
      routes: wizardRoutes,
      at: '/drafts/draft-1?change=change-1',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Look at AWS and go on' }));
    expect(view.transport.calls.filter(({ method }) => method === 'changes.resume')).toHaveLength(1);
  });
});
