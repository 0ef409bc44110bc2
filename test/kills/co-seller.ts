/**
 * A process that brings one draft of an opportunity through everything that is sent of it, as a person with this app would: created and
 * associated, then changed and shared, and once AWS has approved it, assigned. It may be killed at any instant and started again.
 */
import { flushCompileCache } from 'node:module';
import { createCore, type Core } from '../../src/main/core.ts';
import type { Change } from '../../src/shared/domain/change/change.ts';
import { OfferdeckError } from '../../src/shared/errors/app-error.ts';
import { createPlainPorts } from './ports.ts';
import { dieAt, endWithParent, readOrder, report, type PublisherOrder } from './protocol.ts';
import { call } from './see-through.ts';

const FINAL = ['verified', 'failed', 'cancelled', 'refused'];
/** How often a person looks at the screen, in real time. */
const LOOK_EVERY_MS = 50;
const ASSIGNEE = {
  title: 'PartnerAccountManager',
  firstName: 'Nils',
  lastName: 'Ek',
  email: 'nils@example.com',
  phone: '',
} as const;

/** Does what is to be done next; the last write once all has ended. */
async function goOn(core: Core, order: PublisherOrder): Promise<Change | null> {
  const { draftId: id, sellerId, offerName } = order;
  const { state, share, steps, opportunityId } = await call(core, 'opportunities.drafts.progress', { id });
  const { items } = await call(core, 'changes.list', { account: null });
  const stopped = items.find(({ paused }) => paused);
  if (stopped) await call(core, 'changes.resume', { id: stopped.id });
  if (state === 'running') return null;
  if (state !== 'done') return send(core, order, false);
  if (!share) {
    const { document, revision } = await call(core, 'opportunities.drafts.get', { id });
    if (document.project.title !== offerName) {
      const project = { ...document.project, title: offerName };
      await call(core, 'opportunities.drafts.save', { id, revision, document: { ...document, project } });
    }
    return send(core, order, true);
  }
  const last = items.find(({ kind }) => kind === 'opportunity-assign');
  if (last) return FINAL.includes(last.state) ? last : null;
  const account = steps[0]?.change?.account ?? '';
  const ref = { account, opportunityId: opportunityId ?? '' };
  const { reviewStatus } = await call(core, 'opportunities.get', { ...ref, refresh: true });
  if (reviewStatus !== 'Approved') return null;
  await call(core, 'opportunities.assign', { ...ref, assignee: ASSIGNEE, confirmedAccountId: sellerId });
  return null;
}

async function send(core: Core, { draftId: id, sellerId }: PublisherOrder, share: boolean): Promise<null> {
  const { revision } = await call(core, 'opportunities.drafts.get', { id });
  const { findings } = await call(core, 'opportunities.drafts.check', { id });
  const acknowledgedWarnings = findings.map(({ ruleId }) => ruleId);
  await call(core, 'opportunities.drafts.send', {
    id,
    revision,
    share,
    confirmedAccountId: sellerId,
    acknowledgedWarnings,
  });
  return null;
}

async function main(order: PublisherOrder): Promise<never> {
  endWithParent();
  flushCompileCache();
  const ports = createPlainPorts({ ...order, onJournalPoint: dieAt(order.killAt, order.skip) });
  const core = await createCore(ports);
  report({ kind: 'started' });
  for (;;) {
    // A failure is shown and asked again; a refusal because it is under way already is no failure.
    const ended = await goOn(core, order).catch((error: unknown) => {
      if (!(error instanceof OfferdeckError)) throw error;
      return null;
    });
    if (ended) {
      report({
        kind: 'settled',
        state: ended.state,
        offerId: ended.offerId,
        differences: ended.differences?.length ?? 0,
      });
      await core.close();
      process.exit(0);
    }
    await ports.clock.sleep(LOOK_EVERY_MS * order.speed);
  }
}

await main(readOrder(process.argv[2]));
