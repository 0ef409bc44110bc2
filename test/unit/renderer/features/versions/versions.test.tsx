/** Two versions side by side, and the templates of this machine. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TemplatesPage } from '../../../../../src/renderer/features/versions/templates/templates-page.tsx';
import { VersionsPage } from '../../../../../src/renderer/features/versions/versions-page.tsx';
import type { MethodInput } from '../../../../../src/shared/contract/index.ts';
import type { SideInfo } from '../../../../../src/shared/contract/versions.ts';
import type { Template } from '../../../../../src/shared/domain/version/template.ts';
import type { ComparedRow, VersionKind, VersionSide } from '../../../../../src/shared/domain/version/version.ts';
import { fail } from '../../../../../src/shared/errors/app-error.ts';
import { renderInApp, type RenderOptions } from '../../support/render.tsx';
import { createDraftStage } from '../wizard/support/draft-stage.ts';

function version(id: string, kind: VersionKind, at: string): SideInfo {
  return {
    side: { kind: 'version', id },
    label: 'Atlas 2027',
    at,
    version: {
      id,
      account: 'acc',
      entityType: 'Offer',
      entityId: 'offer-1',
      kind,
      form: 'offer',
      revision: '2',
      label: 'Atlas 2027',
      at,
      changeId: null,
      relatedId: null,
    },
  };
}

const draft: SideInfo = {
  side: { kind: 'draft', id: 'd1' },
  version: null,
  label: 'Atlas 2027',
  at: '2026-11-21T10:00:00Z',
};
const released = version('v2', 'released', '2026-11-20T10:00:00Z');
const older = version('v1', 'aws-draft', '2026-11-19T10:00:00Z');

const rows: ComparedRow[] = [
  { path: ['usagePrices', 'calls', 'price'], change: 'changed', before: '0.1', after: '1200.5' },
  { path: ['buyers', '012345678901'], change: 'added', before: null, after: true },
  { path: ['carried', 'terms', 'NewTerm'], change: 'removed', before: { Type: 'NewTerm', Deep: 1 }, after: null },
  { path: ['availabilityEndDate'], change: 'same', before: '2027-01-31', after: '2027-01-31' },
];

async function openVersions(sides: SideInfo[], options: RenderOptions = {}) {
  const compared: { before: VersionSide; after: VersionSide }[] = [];
  const view = await renderInApp(null, {
    routes: [
      { path: '/versions/:account/:entityType/:id', element: <VersionsPage /> },
      { path: '*', element: <p>elsewhere</p> },
    ],
    at: '/versions/acc/Offer/offer-1',
    ...options,
    handlers: {
      'versions.list': () => ({ sides }),
      'versions.compare': (input) => {
        compared.push(input);
        return { rows, termsOnly: false, before: released, after: draft };
      },
      'versions.openAsDraft': () => ({ draftId: 'd9' }),
      ...options.handlers,
    },
  });
  return { ...view, compared, user: userEvent.setup() };
}

describe('the versions of an offer', () => {
  it('begin with the two newest and show the differences in words', async () => {
    const { compared } = await openVersions([draft, released, older]);
    const table = await screen.findByRole('table', { name: 'Differences' });
    expect(compared[0]).toEqual({ before: released.side, after: draft.side });
    const line = within(table).getByRole('row', { name: /Usage price: calls/ });
    expect(within(line).getByText('0.1')).toBeTruthy();
    expect(within(line).getByText('1,200.5')).toBeTruthy();
    expect(within(table).getByText('Buyer 012345678901')).toBeTruthy();
    expect(within(table).getByText(/"Deep": 1/)).toBeTruthy();
    expect(within(table).queryByText('Offer expires on')).toBeNull();
  });

  it('begin with the newest state that can differ: not the one kept when the draft was left', async () => {
    const left = version('v3', 'saved', '2026-11-21T10:00:01Z');
    const { compared } = await openVersions([draft, left, released]);
    await screen.findByRole('table', { name: 'Differences' });
    expect(compared).toEqual([{ before: released.side, after: draft.side }]);
  });

  it('start a draft from a kept one, and not from the draft itself', async () => {
    const { user, router } = await openVersions([draft, released]);
    const [before, after] = await screen.findAllByRole('button', { name: 'Start a draft from this' });
    expect(after?.getAttribute('aria-disabled')).toBe('true');
    await user.click(before ?? document.body);
    await waitFor(() => expect(router.state.location.pathname).toBe('/drafts/d9'));
  });

  it('say that there is nothing to compare yet, and why it failed', async () => {
    await openVersions([released]);
    expect(await screen.findByText('Nothing to compare yet')).toBeTruthy();
  });

  it('say why a comparison failed', async () => {
    await openVersions([draft, released], { handlers: { 'versions.compare': () => fail('storage-damaged') } });
    expect(await screen.findByText('The database on this machine is damaged.')).toBeTruthy();
  });
});

const template: Template = {
  id: 't1',
  name: 'Yearly',
  kind: 'saas-contract',
  productType: 'SaaSProduct',
  productId: 'prod-1',
  productTitle: 'Example Ledger',
  asksBuyers: true,
  hasRelativeDates: true,
  offerName: '{{product}}',
  asked: [{ path: ['usagePrices', 'calls', 'price'], dotted: 'usagePrices.calls.price' }],
  createdAt: '2026-11-20T10:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
};

async function openTemplates(options: RenderOptions = {}) {
  const started: unknown[] = [];
  const view = await renderInApp(null, {
    routes: [
      { path: '/templates', element: <TemplatesPage /> },
      { path: '*', element: <p>elsewhere</p> },
    ],
    at: '/templates',
    handlers: {
      ...createDraftStage().handlers,
      'templates.list': () => ({ templates: [template] }),
      'templates.fit': () => ({
        products: [
          { productId: 'prod-1', title: 'Example Ledger', type: 'SaaSProduct', fits: true, reason: null, missing: [] },
          { productId: 'prod-2', title: 'Other', type: 'AmiProduct', fits: false, reason: 'type', missing: [] },
        ],
      }),
      'templates.start': (input) => {
        started.push(input);
        return { draftId: 'd7' };
      },
      ...options.handlers,
    },
  });
  return { ...view, started, user: userEvent.setup() };
}

describe('the templates page', () => {
  it('says what each asks for, and starts a draft with the answers', async () => {
    const { user, router, started } = await openTemplates();
    const row = await screen.findByRole('row', { name: /Yearly/ });
    expect(within(row).getByText(/buyers.*a date.*1 price/)).toBeTruthy();
    await user.click(within(row).getByRole('button', { name: 'Start a draft from Yearly' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('Example Ledger');
    await user.type(within(dialog).getByRole('textbox', { name: /Buyers/ }), '012345678901, 111122223333');
    await user.type(within(dialog).getByRole('textbox', { name: 'Usage price: calls' }), '0.25');
    await user.click(within(dialog).getByRole('button', { name: 'Start draft' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/drafts/d7'));
    expect(started).toMatchObject([
      {
        id: 't1',
        account: 'acc',
        productId: 'prod-1',
        buyers: ['012345678901', '111122223333'],
        startDate: '2026-11-21',
        prices: { 'usagePrices.calls.price': '0.25' },
      },
    ]);
  });

  it('lists what is wrong with a file, place by place', async () => {
    const { user } = await openTemplates({
      handlers: {
        'files.eula': () => ({ eula: null }),
        'files.import': () =>
          fail('offer-file-invalid', {
            params: { line: 4, column: 3, count: 1 },
            fields: [
              {
                path: 'offer.nam',
                messageKey: 'errors:field.file-unknown',
                params: { name: 'nam', line: 4, column: 3 },
              },
            ],
          }),
      },
    });
    const { dialog, choose } = await openImport(user);
    await choose(yamlFile);
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    expect(await within(dialog).findByText('Line 4, column 3: “nam” is not known here.')).toBeTruthy();
  });
});

const yamlFile = new File(['format: x'], 'offer.yaml', { type: 'application/yaml' });
const pdfFile = new File(['%PDF-1.7'], 'Terms.pdf', { type: 'application/pdf' });

async function openImport(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'Import file' }));
  const dialog = await screen.findByRole('dialog');
  const choose = (...files: File[]) =>
    user.upload(dialog.querySelector<HTMLInputElement>('input[type=file]') ?? fail('not-found'), files);
  return { dialog, choose };
}

describe('importing a file', () => {
  const named = { name: 'Terms.pdf', sha256: null, atHand: false };

  async function importing(eula: typeof named | null, refusal?: () => never) {
    const imported: MethodInput<'files.import'>[] = [];
    const { user, router } = await openTemplates({
      handlers: {
        'files.eula': () => ({ eula }),
        'files.import': (input) => {
          imported.push(input);
          return refusal?.() ?? { draftId: 'd7', revision: 1, templateId: null, publishedBefore: null };
        },
      },
    });
    return { user, router, imported, ...(await openImport(user)) };
  }

  it('takes the PDF that lies beside it', async () => {
    const { user, router, imported, dialog, choose } = await importing(named);
    await choose(yamlFile, pdfFile);
    const confirm = await within(dialog).findByRole('button', { name: 'Import' });
    await waitFor(() => expect(confirm.getAttribute('aria-disabled')).not.toBe('true'));
    await user.click(confirm);
    await waitFor(() => expect(router.state.location.pathname).toBe('/drafts/d7'));
    expect(imported).toEqual([
      { account: 'acc', text: 'format: x', eula: { name: 'Terms.pdf', base64: btoa('%PDF-1.7') } },
    ]);
  });

  it('asks by its name for the PDF that is missing, and keeps the file chosen', async () => {
    const { user, imported, dialog, choose } = await importing(named);
    await choose(yamlFile);
    expect(await within(dialog).findByText('The file names the PDF “Terms.pdf”')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Import without the PDF' })).toBeTruthy();
    await choose(pdfFile);
    await waitFor(() => expect(within(dialog).queryByText('The file names the PDF “Terms.pdf”')).toBeNull());
    expect(within(dialog).getByText('offer.yaml')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(imported[0]?.eula?.name).toBe('Terms.pdf'));
  });

  it('goes on without the PDF where that is wanted, and says so', async () => {
    const { user, router, imported, dialog, choose } = await importing(named);
    await choose(yamlFile);
    await user.click(await within(dialog).findByRole('button', { name: 'Import without the PDF' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/drafts/d7'));
    expect(imported[0]?.eula).toBeNull();
  });

  it('keeps everything chosen when the PDF is refused, and sends nothing of another kind', async () => {
    const { user, imported, dialog, choose } = await importing(named, () =>
      fail('offer-file-eula', { params: { name: 'Terms.pdf' } }),
    );
    await choose(yamlFile, pdfFile, new File(['%PDF-1.7'], 'Other.pdf', { type: 'application/pdf' }));
    expect(await within(dialog).findByText('An offer has one EULA: remove one PDF.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    expect(imported).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove Other.pdf' }));
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    expect(await within(dialog).findByText(/is not the one that the file names/)).toBeTruthy();
    expect(within(dialog).getByText('offer.yaml')).toBeTruthy();
    expect(within(dialog).getByText('Terms.pdf')).toBeTruthy();
  });

  it('leaves out a PDF that no file names, and says it', async () => {
    const { user, imported, dialog, choose } = await importing(null);
    await choose(yamlFile, pdfFile);
    expect(await within(dialog).findByText('The YAML file names no PDF, so this one is not taken in.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(imported[0]?.eula).toBeNull());
  });
});
