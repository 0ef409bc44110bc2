import { describe, expect, it } from 'vitest';
import { makePdf } from '../../support/pdf.ts';
import {
  makeDraft,
  publishInput,
  reached,
  startPublishingStage,
  syncProducts,
} from '../../support/publishing-stage.ts';

const options = { buyers: 'ask', dates: 'relative', prices: 'ask', offerName: '{{product}} for {{buyer}}' } as const;

describe('templates', () => {
  it('start a draft that can be published once its placeholders are filled', async () => {
    const { core, account } = await startPublishingStage();
    const { id, revision } = await makeDraft(core, account, { eula: true });
    const template = await core.call('templates.save', { name: 'Yearly', from: { kind: 'draft', id }, options });
    expect(template).toMatchObject({ asksBuyers: true, hasRelativeDates: true });
    expect(template.asked).toHaveLength(12);
    // Its EULA stays though the draft goes.
    await core.call('drafts.remove', { id });
    expect(revision).toBeGreaterThan(0);

    const { products } = await core.call('templates.fit', { id: template.id, account });
    const fitting = products.filter(({ fits }) => fits);
    expect(products.length).toBeGreaterThan(fitting.length);
    expect(fitting.map(({ productId }) => productId)).toContain(template.productId);
    const { draftId } = await core.call('templates.start', {
      id: template.id,
      account,
      productId: template.productId ?? '',
      buyers: ['777788889999'],
      startDate: new Date().toISOString().slice(0, 10),
      prices: Object.fromEntries(template.asked.map(({ dotted }) => [dotted, '900'])),
    });
    const draft = await core.call('drafts.get', { id: draftId });
    expect(draft.document.installments.schedule.map(({ amount }) => amount)).toEqual(Array(12).fill('900'));
    expect(draft.document.name).toMatch(/ for 777788889999$/);
    const { change } = await core.call('offers.publish', publishInput({ id: draftId, revision: draft.revision }));
    expect(await reached(core, change.id, 'verified')).toMatchObject({ differences: [] });

    const offer = await core.call('templates.save', {
      name: 'From AWS',
      from: { kind: 'offer', account, offerId: (await core.call('changes.get', { id: change.id })).offerId ?? '' },
      options: { ...options, prices: 'keep' },
    });
    expect(offer).toMatchObject({ asked: [], productId: template.productId });
  });

  it('say why they cannot be used, and keep names apart', async () => {
    const { core, account } = await startPublishingStage();
    const { id } = await makeDraft(core, account);
    const template = await core.call('templates.save', { name: 'Yearly', from: { kind: 'draft', id }, options });
    const again = await core.failure('templates.save', { name: 'yearly', from: { kind: 'draft', id }, options });
    expect(again).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'name', messageKey: 'errors:field.name-taken' }],
    });

    const { products } = await core.call('templates.fit', { id: template.id, account });
    const misfit = products.find(({ fits }) => !fits);
    const refused = await core.failure('templates.start', {
      id: template.id,
      account,
      productId: misfit?.productId,
      startDate: '2027-01-01',
    });
    expect(refused).toMatchObject({ code: 'template-does-not-fit', fields: [{ path: 'productId' }] });

    expect(await core.call('templates.rename', { id: template.id, name: 'Every year' })).toMatchObject({
      name: 'Every year',
    });
    await core.call('templates.remove', { id: template.id });
    expect(await core.failure('templates.rename', { id: template.id, name: 'x' })).toMatchObject({ code: 'not-found' });
    expect((await core.call('templates.list', {})).templates).toEqual([]);
  });

  it('go from account to account as files', async () => {
    const { core, account } = await startPublishingStage();
    const { id } = await makeDraft(core, account);
    const template = await core.call('templates.save', { name: 'Yearly', from: { kind: 'draft', id }, options });
    const { text, suggestedName } = await core.call('files.export', { source: { kind: 'template', id: template.id } });
    expect(suggestedName).toBe('yearly.template.yaml');
    await core.call('templates.remove', { id: template.id });
    const { templateId } = await core.call('files.import', { account: null, text });
    const { templates } = await core.call('templates.list', {});
    expect(templates).toEqual([
      { ...template, id: templateId, createdAt: expect.anything(), updatedAt: expect.anything() },
    ]);

    const other = (await core.call('accounts.list', {})).accounts.find(({ key }) => key !== account);
    await syncProducts(core, other?.key ?? '');
    const fit = await core.call('templates.fit', { id: templateId ?? '', account: other?.key ?? '' });
    expect(fit.products.length).toBeGreaterThan(0);
    expect(fit.products.filter(({ fits, reason }) => !fits && reason === null)).toEqual([]);
  });
});

describe('offers as files', () => {
  it('are published with the PDF that lies beside them, and a second import is told of the first', async () => {
    const { core, account } = await startPublishingStage();
    const { id } = await makeDraft(core, account, { eula: true });
    const { text } = await core.call('files.export', { source: { kind: 'draft', id } });
    await core.call('drafts.remove', { id });
    expect((await core.call('files.eula', { text })).eula).toMatchObject({ name: 'Terms.pdf', atHand: true });
    const elsewhere = text.replace(/sha256: .*/, `sha256: "${'0'.repeat(64)}"`);
    expect((await core.call('files.eula', { text: elsewhere })).eula).toMatchObject({ atHand: false });
    expect(await core.failure('files.eula', { text: 'format: x' })).toMatchObject({ code: 'offer-file-invalid' });

    const pdf = { name: 'Terms.pdf', base64: makePdf().toString('base64') };
    const checked = await core.call('files.check', { account, text, eula: pdf });
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.eula).toMatchObject({ name: 'Terms.pdf', atHand: true });

    const imported = await core.call('files.import', { account, text, eula: pdf });
    expect(imported).toMatchObject({ publishedBefore: null, templateId: null });
    const draftId = imported.draftId ?? '';
    const input = publishInput({ id: draftId, revision: imported.revision ?? 0 });
    const { change } = await core.call('offers.publish', input);
    await reached(core, change.id, 'verified');
    const second = await core.call('files.import', { account, text, eula: pdf });
    expect(second.publishedBefore).toEqual({ draftId, changeId: change.id });

    const offerId = (await core.call('changes.get', { id: change.id })).offerId ?? '';
    const held = await core.call('files.export', { source: { kind: 'offer', account, offerId } });
    expect(held.text).toContain(`changes: ${offerId}`);
    const changing = held.text.replace('description: Deal 4711', 'description: Deal 4712');
    const update = await core.call('files.import', { account, text: changing });
    const { document } = await core.call('drafts.get', { id: update.draftId ?? '' });
    expect(document).toMatchObject({ target: { offerId, state: 'Released' }, description: 'Deal 4712' });
  });

  it('say at which line the rules object', async () => {
    const { core, account } = await startPublishingStage();
    const { id } = await makeDraft(core, account);
    const { text } = await core.call('files.export', { source: { kind: 'draft', id } });
    const broken = text.replace('"777788889999"', '"77778888999"');
    const { findings } = await core.call('files.check', { account, text: broken });
    const line = broken.split('\n').findIndex((one) => one.includes('77778888999')) + 1;
    expect(findings.find(({ severity }) => severity === 'error')?.place).toMatchObject({ line });
    expect((await core.call('drafts.list', { account })).drafts).toHaveLength(1);
  });

  it('refuse another PDF, another account and another offer', async () => {
    const { core, account } = await startPublishingStage();
    const { id } = await makeDraft(core, account, { eula: true });
    const { text } = await core.call('files.export', { source: { kind: 'draft', id } });
    const other = { name: 'Terms.pdf', base64: makePdf({ padding: 5 }).toString('base64') };
    expect(await core.failure('files.import', { account, text, eula: other })).toMatchObject({
      code: 'offer-file-eula',
    });
    expect(await core.failure('files.import', { account: null, text })).toMatchObject({ code: 'invalid-input' });
    expect(await core.failure('files.import', { account: 'nobody', text })).toMatchObject({ code: 'not-found' });
    const changing = text.replace('version: 1\n', 'version: 1\nchanges: offer-unknown0000001\n');
    expect(await core.failure('files.import', { account, text: changing })).toMatchObject({
      code: 'resource-not-found',
    });
    const schema = JSON.parse((await core.call('files.schema', { format: 'offer' })).json) as { title: string };
    expect(schema.title).toBe('Offerdeck offer');
  });
});
