/** A seller of the seed world with a core: drafts of opportunities are written, sent and followed as the editor does it. */
import { GetOpportunityCommand, ListSolutionsCommand } from '@aws-sdk/client-partnercentral-selling';
import { expect } from 'vitest';
import type { OpportunityDraft } from '../../src/shared/domain/opportunity/draft.ts';
import { setAt } from '../../src/shared/domain/opportunity/record.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { COMPLETE } from './opportunity-drafts.ts';
import { accountKey, startPracticeWorld } from './practice-world.ts';
import { sellingClient } from './simulator.ts';

export const [PARTNER = ''] = seedAccounts.map(({ accountId }) => accountId);

export type OpportunityStage = Awaited<ReturnType<typeof openOpportunityStage>>;

export async function openOpportunityStage(seed: Parameters<typeof startPracticeWorld>[0] = { opportunities: 3 }) {
  const world = await startPracticeWorld(seed);
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const partner = world.simulator.accounts.find(({ accountId }) => accountId === PARTNER);
  if (!partner) throw new Error('no partner');
  const client = sellingClient(world.simulator, partner);
  const found = await client.send(new ListSolutionsCommand({ Catalog: 'AWS', Status: ['Active'] }));
  const solution = found.SolutionSummaries?.[0]?.Id ?? '';

  const progress = (id: string) => core.call('opportunities.drafts.progress', { id });
  const get = async (id: string) => (await core.call('opportunities.drafts.get', { id })).document;
  const held = (id: string) => client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: id }));

  /** A draft that breaks no rule, closing next summer, with a solution. */
  function complete(changes: Readonly<Record<string, unknown>> = {}): OpportunityDraft {
    const closing = `${new Date().getUTCFullYear() + 1}-06-30`;
    const draft = setAt(
      { ...COMPLETE, associations: [{ type: 'Solutions' as const, id: solution, name: 'Ours' }] },
      'lifeCycle.targetCloseDate',
      closing,
    );
    return Object.entries({ partnerOpportunityIdentifier: '', ...changes }).reduce<OpportunityDraft>(
      (changed, [path, value]) => setAt(changed, path, value),
      draft,
    );
  }

  async function save(id: string, document: OpportunityDraft): Promise<void> {
    const { revision } = await core.call('opportunities.drafts.get', { id });
    await core.call('opportunities.drafts.save', { id, revision, document });
  }

  async function write(document: OpportunityDraft = complete()): Promise<string> {
    const { id } = await core.call('opportunities.drafts.create', { account });
    await save(id, document);
    return id;
  }

  async function send(id: string, share = false) {
    const { revision } = await core.call('opportunities.drafts.get', { id });
    const { findings } = await core.call('opportunities.drafts.check', { id });
    return core.call('opportunities.drafts.send', {
      id,
      revision,
      share,
      confirmedAccountId: PARTNER,
      acknowledgedWarnings: findings.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
    });
  }

  /** Until the last send is over, well or badly. */
  async function settle(id: string) {
    await expect
      .poll(async () => (await progress(id)).state, { timeout: 20_000, interval: 30 })
      .toMatch(/done|stopped/);
    return progress(id);
  }

  /** Writes, sends and follows; gives what AWS calls it. */
  async function put(document: OpportunityDraft = complete(), share = false) {
    const id = await write(document);
    await send(id, share);
    const { opportunityId } = await settle(id);
    return { id, opportunityId: opportunityId ?? '' };
  }

  /** Changes a draft and sends what has changed. */
  async function change(id: string, changes: Readonly<Record<string, unknown>>) {
    const before = await get(id);
    await save(
      id,
      Object.entries(changes).reduce<OpportunityDraft>((draft, [path, value]) => setAt(draft, path, value), before),
    );
    await send(id);
    return settle(id);
  }

  return {
    world,
    core,
    account,
    client,
    solution,
    complete,
    save,
    write,
    send,
    settle,
    put,
    change,
    progress,
    get,
    held,
    read: (opportunityId: string) => core.call('opportunities.get', { account, opportunityId, refresh: true }),
    sentTimes: (operation: string) => world.operations(PARTNER).filter((each) => each === operation).length,
  };
}
