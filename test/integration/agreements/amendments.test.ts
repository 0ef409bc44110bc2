import { describe, expect, it } from 'vitest';
import type { OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import { syncToEnd } from '../../support/practice-world.ts';
import { makeDraft, publishInput, reached, SELLER, startPublishingStage } from '../../support/publishing-stage.ts';

/** Has no agreement for the product in the seed world. */
const BUYER = '000077776666';

function pickSave({ id, revision, document }: { id: string; revision: number; document: OfferDraft }) {
  return { id, revision, document };
}

async function startWithAgreement({ eula = false } = {}) {
  const stage = await startPublishingStage();
  const { core, account, simulator } = stage;
  const draft = await makeDraft(core, account, {
    name: 'To be amended',
    eula,
    change: (document) => ({ ...document, buyers: [BUYER] }),
  });
  const { change } = await core.call('offers.publish', publishInput(draft));
  const published = await reached(core, change.id, 'verified', 'failed');
  const accept = async (offerId: string | null) =>
    String((await simulator.control.acceptOffer({ offerId: offerId ?? '', buyerAccountId: BUYER }))['id']);
  const agreementId = await accept(published.offerId);
  await syncToEnd(core, 'agreements', { account });
  return { ...stage, accept, agreementId };
}

describe('an agreement-based offer', () => {
  it('is made from the agreement, published through the journal, accepted, and takes its place', async () => {
    const { core, account, accept, agreementId } = await startWithAgreement();
    const { id } = await core.call('agreements.amend', { account, agreementId });
    const { document, revision } = await core.call('drafts.get', { id });
    expect(document.source).toMatchObject({ kind: 'replacement', agreementId });
    // The first instalment was due at once; the others are carried over.
    expect(document.installments.schedule).toHaveLength(11);
    const saved = await core.call('drafts.save', { id, revision, document: { ...document, name: 'Amended' } });
    const { findings } = await core.call('drafts.preflight', { id });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);

    const { change } = await core.call('offers.publish', publishInput({ id, revision: saved.revision }));
    const ended = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(ended).toMatchObject({ state: 'verified', differences: [], errors: [] });

    const successor = await accept(ended.offerId);
    await syncToEnd(core, 'agreements', { account });
    const old = await core.call('agreements.get', { account, agreementId, refresh: true });
    expect(old.summary.status).toBe('REPLACED');
    expect(old.payments.filter(({ state }) => state === 'coming')).toEqual([]);
    expect(old.chain.map((each) => each.id)).toEqual([agreementId, successor]);
    expect((await core.call('agreements.get', { account, agreementId: successor })).summary.status).toBe('ACTIVE');
  });

  it('takes the custom EULA of the agreement along, and keeps to its rules as a draft at AWS', async () => {
    const { core, account, accept, agreementId } = await startWithAgreement({ eula: true });
    const { id, notes } = await core.call('agreements.amend', { account, agreementId });
    expect(notes.map(({ messageKey }) => messageKey)).toEqual(['drafts:note.eula-kept']);
    const { document, revision } = await core.call('drafts.get', { id });
    expect(document.eula).toMatchObject({ kind: 'custom', file: { name: 'To-be-amended.pdf' } });
    const { change } = await core.call('offers.publish', publishInput({ id, revision }, 'draft'));
    const made = await reached(core, change.id, 'verified', 'failed', 'refused');
    expect(made).toMatchObject({ state: 'verified', differences: [] });
    // What AWS holds does not tell which agreement it would replace: this machine remembers.
    await core.call('drafts.remove', { id });
    const opened = await core.call('drafts.create', { account, productId: null, fromOfferId: made.offerId });
    expect(opened.document).toMatchObject({
      source: { kind: 'replacement', agreementId, replaced: { status: 'ACTIVE' } },
    });
    const save = (changes: Partial<typeof opened.document>) => ({
      ...opened,
      document: { ...opened.document, ...changes },
    });
    const broken = await core.call(
      'drafts.save',
      pickSave(save({ installments: { ...opened.document.installments, enabled: false } })),
    );
    const refused = await core.failure('offers.publish', publishInput({ id: opened.id, revision: broken.revision }));
    expect(refused.fields?.map(({ messageKey }) => messageKey)).toContain('preflight:replacement-pricing');
    const mended = await core.call('drafts.save', { ...pickSave(save({})), revision: broken.revision });
    const release = await core.call('offers.publish', publishInput({ id: opened.id, revision: mended.revision }));
    expect(await reached(core, release.change.id, 'verified', 'failed', 'refused')).toMatchObject({
      state: 'verified',
    });
    await accept(made.offerId);
  });

  it('is refused when the agreement has ended since the draft was made, before anything is sent', async () => {
    const { core, account, accept, agreementId, simulator } = await startWithAgreement();
    const start = async () => {
      const { id } = await core.call('agreements.amend', { account, agreementId });
      return { id, revision: (await core.call('drafts.get', { id })).revision };
    };
    const [first, late] = [await start(), await start()];
    const { change } = await core.call('offers.publish', publishInput(first));
    await accept((await reached(core, change.id, 'verified', 'failed')).offerId);
    simulator.control.clearRequests();
    const refused = await core.failure('offers.publish', publishInput(late));
    expect(refused).toMatchObject({ code: 'preflight-failed' });
    expect(refused.fields?.map(({ path }) => path)).toContain('source');
    const asked = simulator.control.requests().filter(({ accountId }) => accountId === SELLER);
    expect(asked.map(({ operation }) => operation)).not.toContain('StartChangeSet');
  });
});
