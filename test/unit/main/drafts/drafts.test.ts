import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../../../src/main/drafts/index.ts';
import { createEventBus } from '../../../../src/main/events.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { createOfferDraft, offerDraftSchema } from '../../../../src/shared/domain/offer/draft.ts';
import { fail } from '../../../../src/shared/errors/app-error.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { makePdf } from '../../../support/pdf.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { sampleAccount, sampleProduct } from '../../../support/samples.ts';

const context = { signal: new AbortController().signal };
const DAY_MS = 24 * 60 * 60 * 1000;

function start(folder = makeTempFolder(), clock = createManualClock()) {
  const { database } = openDatabase(folder, clock.realNow());
  const events = createEventBus();
  const changed: string[] = [];
  events.subscribe((name, payload) => {
    if (name === 'drafts.changed') changed.push((payload as { id: string }).id);
  });
  const drafts = createDrafts({
    database,
    clock,
    events,
    accounts: { getSettings: (account) => (account === 'acme' ? sampleAccount() : fail('not-found')) },
    adopt: async (_account, draft) => draft,
    products: {
      get: async (_account, id) => (id === sampleProduct().id ? sampleProduct() : fail('not-found')),
      find: (_account, id) => (id === sampleProduct().id ? sampleProduct() : null),
    },
    offers: { read: async () => fail('resource-not-found'), find: () => null },
    check: () => [],
    aws: { download: () => Promise.reject(new Error('unused')) },
    versions: { keep: () => null },
  });
  const create = (productId: string | null = null) =>
    drafts.handlers['drafts.create']({ account: 'acme', productId, fromOfferId: null, shiftDates: false }, context);
  return { ...drafts, database, clock, folder, changed, create };
}

describe('drafts', () => {
  it('keeps what was typed over a restart', async () => {
    const { handlers, create, folder, clock, database, changed } = start();
    const { id, revision } = await create();
    const document = { ...createOfferDraft(), name: 'half ty', availabilityEndDate: '2027-0' };
    expect(await handlers['drafts.save']({ id, revision, document }, context)).toMatchObject({
      revision: 2,
      name: 'half ty',
    });
    expect(changed).toEqual([id, id]);
    database.close();
    const again = start(folder, clock);
    expect((await again.handlers['drafts.get']({ id }, context)).document).toEqual(document);
  });

  it('refuses a save on an older revision, and the newer text stays', async () => {
    const { handlers, create } = start();
    const { id } = await create();
    const save = (revision: number, name: string) =>
      handlers['drafts.save']({ id, revision, document: { ...createOfferDraft(), name } }, context);
    await save(1, 'first window');
    await expect(save(1, 'second window')).rejects.toMatchObject({
      data: { code: 'conflict', params: { revision: 2 } },
    });
    expect((await handlers['drafts.get']({ id }, context)).name).toBe('first window');
    await save(2, 'second window, reloaded');
  });

  it('lists by account, newest first', async () => {
    const { handlers, create, clock } = start();
    const first = await create();
    clock.advance(1000);
    const second = await create();
    const ids = async (account: string | null) =>
      (await handlers['drafts.list']({ account }, context)).drafts.map((draft) => draft.id);
    expect(await ids('acme')).toEqual([second.id, first.id]);
    expect(await ids(null)).toEqual([second.id, first.id]);
    expect(await ids('other')).toEqual([]);
    clock.advance(1000);
    await handlers['drafts.save']({ id: first.id, revision: 1, document: createOfferDraft() }, context);
    expect(await ids(null)).toEqual([first.id, second.id]);
  });

  it('refuses an account, product or draft that is not there', async () => {
    const { handlers, create } = start();
    const refusal = { data: { code: 'not-found' } };
    await expect(
      handlers['drafts.create']({ account: 'x', productId: null, fromOfferId: null, shiftDates: false }, context),
    ).rejects.toMatchObject(refusal);
    await expect(create('prod-unknown')).rejects.toMatchObject(refusal);
    await expect(handlers['drafts.get']({ id: 'x' }, context)).rejects.toMatchObject(refusal);
    await expect(handlers['drafts.remove']({ id: 'x' }, context)).rejects.toMatchObject(refusal);
    await expect(
      handlers['drafts.save']({ id: 'x', revision: 1, document: createOfferDraft() }, context),
    ).rejects.toMatchObject(refusal);
    await expect(handlers['drafts.attachEula']({ id: 'x', name: 'a.pdf', base64: '' }, context)).rejects.toMatchObject(
      refusal,
    );
  });

  it('starts from the product: name, kind, rows for its dimensions, the seller among the buyers', async () => {
    const { create } = start();
    const { document } = await create(sampleProduct().id);
    expect(offerDraftSchema.parse(document)).toEqual(document);
    expect(document).toMatchObject({
      product: { id: sampleProduct().id, type: 'SaaSProduct' },
      kind: 'saas-contract-consumption',
      buyers: [sampleAccount().awsAccountId],
      usagePrices: [{ dimensionKey: 'api_calls', price: '' }],
      contract: {
        selection: 'tiers',
        rateCards: [
          {
            duration: 'P12M',
            prices: [
              { dimensionKey: 'gold', price: '' },
              { dimensionKey: 'silver', price: '' },
            ],
          },
          {
            duration: 'P24M',
            prices: [
              { dimensionKey: 'gold', price: '' },
              { dimensionKey: 'silver', price: '' },
            ],
          },
        ],
      },
      availabilityEndDate: '2026-12-21',
    });
    expect(document.name).toContain(sampleProduct().title);
  });

  it('keeps an EULA by its content and gives it back', async () => {
    const { handlers, create, eulaFiles } = start();
    const { id } = await create();
    const bytes = makePdf();
    const attached = await handlers['drafts.attachEula'](
      { id, name: 'Terms.pdf', base64: bytes.toString('base64') },
      context,
    );
    expect(attached).toEqual({
      name: 'Terms.pdf',
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(Buffer.from(eulaFiles.get(attached.sha256)).equals(bytes)).toBe(true);
    expect(() => eulaFiles.get('other')).toThrow('not-found');
  });

  it.each([
    ['eula-not-pdf', Buffer.from('Licence terms').toString('base64')],
    ['eula-encrypted', makePdf({ trailer: '/Encrypt 9 0 R' }).toString('base64')],
    ['eula-too-large', makePdf({ padding: 25 * 1024 * 1024 }).toString('base64')],
    ['invalid-input', 'this is not base64!!'],
  ])('refuses a file with %s at its field', async (code, base64) => {
    const { handlers, create } = start();
    const { id } = await create();
    await expect(handlers['drafts.attachEula']({ id, name: 'a.pdf', base64 }, context)).rejects.toMatchObject({
      data: { code, fields: [{ path: 'base64' }] },
    });
  });

  it('drops an EULA only when nothing names it any more', async () => {
    const { handlers, create, clock, eulaFiles } = start();
    const [kept, removed] = [await create(), await create()];
    const attach = async (id: string, padding: number) => {
      const file = await handlers['drafts.attachEula'](
        { id, name: 'a.pdf', base64: makePdf({ padding }).toString('base64') },
        context,
      );
      const document = { ...createOfferDraft(), eula: { kind: 'custom' as const, file } };
      await handlers['drafts.save']({ id, revision: 1, document }, context);
      return file.sha256;
    };
    const keptHash = await attach(kept.id, 1);
    const removedHash = await attach(removed.id, 2);
    const unsaved = eulaFiles.add(makePdf({ padding: 3 }).toString('base64')).sha256;
    await handlers['drafts.remove']({ id: removed.id }, context);
    expect(eulaFiles.has(removedHash)).toBe(true);
    clock.advance(2 * DAY_MS);
    const third = await create();
    await handlers['drafts.remove']({ id: third.id }, context);
    expect([keptHash, removedHash, unsaved].map(eulaFiles.has)).toEqual([true, false, false]);
  });
});
