import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ListSolutionsCommand, PartnerCentralSellingClient } from '@aws-sdk/client-partnercentral-selling';
import { expect, it } from 'vitest';
import { createCore, type Core } from '../../src/main/core.ts';
import type { JournalPoint, PracticeCloud } from '../../src/main/ports.ts';
import { setAt } from '../../src/shared/domain/opportunity/record.ts';
import type { JournalEntry } from '../../src/simulator/request-journal.ts';
import { startPublisher } from '../kills/child.ts';
import { startCloud } from '../kills/cloud.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { call } from '../kills/see-through.ts';
import { COMPLETE } from '../support/opportunity-drafts.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SELLER = '111122223333';
const SPEED = 50;
/** What is sent of one opportunity, in this order, and how AWS is asked whether it has happened. */
const STEPS = [
  { operation: 'CreateOpportunity', kind: 'opportunity-create', look: 'ListOpportunities' },
  { operation: 'AssociateOpportunity', kind: 'opportunity-associate', look: 'GetOpportunity' },
  { operation: 'UpdateOpportunity', kind: 'opportunity-update', look: 'GetOpportunity' },
  {
    operation: 'StartEngagementFromOpportunityTask',
    kind: 'opportunity-share',
    look: 'ListEngagementFromOpportunityTasks',
  },
  { operation: 'AssignOpportunity', kind: 'opportunity-assign', look: 'GetOpportunity' },
] as const;

interface Kill {
  readonly killAt: JournalPoint;
  readonly skip?: number;
}

/** Each step killed before its request leaves, and again with its answer unread; and one chain of kills between the steps. */
const CHAINS: readonly (readonly Kill[])[] = [
  ...STEPS.map((_, step): Kill[] => [{ killAt: 'sending', skip: step }, { killAt: 'answered' }]),
  [{ killAt: 'intended' }, { killAt: 'verified' }, { killAt: 'succeeded', skip: 1 }],
];

it(
  'takes each step of an opportunity once, wherever its process is killed, and looks before it sends again',
  {
    timeout: 180_000,
  },
  async () => {
    const cloud = await startCloud(SPEED);
    try {
      const ground = makeTempFolder();
      await control(cloud.practice, 'review-habits', { answer: 'Approved', startMs: 1000, answerMs: 1000 });
      const solution = await findSolution(cloud.practice);
      const ends = await Promise.all(
        CHAINS.map(async (chain, index) => {
          const dataFolder = join(ground, `chain-${index}`);
          const draftId = await withCore(cloud.practice, dataFolder, (core) => makeDraft(core, solution, index));
          const order = { dataFolder, cloud: cloud.practice, speed: SPEED, sellerId: SELLER, draftId };
          let kills = 0;
          for (const kill of [...chain, { killAt: null }]) {
            const wish = { ...order, offerName: `Renamed ${index}`, skip: 0, ...kill };
            const cache = process.env['NODE_COMPILE_CACHE'] ?? join(ground, 'compiled');
            const ending = await startPublisher(wish, 'co-seller.ts', cache).ended;
            if (ending.kind !== 'killed') return { index, dataFolder, kills, ending };
            kills += 1;
          }
          return { index, dataFolder, kills, ending: null };
        }),
      );
      const { requests } = await control<{ requests: JournalEntry[] }>(cloud.practice, 'requests');
      for (const { index, dataFolder, kills, ending } of ends) {
        expect(ending).toMatchObject({ kind: 'settled', settled: { state: 'verified', differences: 0 } });
        expect(kills).toBe(CHAINS[index]?.length);
        const { calls, changes } = await withCore(cloud.practice, copied(dataFolder), readHistory);
        const id = changes.find(({ kind }) => kind === 'opportunity-assign')?.entityId ?? '';
        for (const { operation, kind } of STEPS) {
          const done = requests.filter((request) => request.operation === operation && isOf(request, id, index));
          expect([operation, done.filter(({ status }) => status === 200).length]).toEqual([operation, 1]);
          expect([kind, changes.filter((change) => change.kind === kind).length]).toEqual([kind, 1]);
        }
        const struck = STEPS[index];
        if (!struck) continue;
        const change = changes.find(({ kind }) => kind === struck.kind);
        const ofStep = calls.filter(({ changeId }) => changeId === change?.id).map(({ operation }) => operation);
        const sent = ofStep.indexOf(struck.operation);
        // Nothing had left when it was first killed: looked for, then sent; its answer was never read: looked for, and left at that.
        expect(ofStep.slice(0, sent)).toContain(struck.look);
        expect(ofStep.slice(sent + 1)).toContain(struck.look);
        expect(ofStep.filter((operation) => operation === struck.operation)).toHaveLength(1);
      }
    } finally {
      await cloud.stop();
    }
  },
);

async function withCore<T>(cloud: PracticeCloud, dataFolder: string, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await createCore(createPlainPorts({ dataFolder, cloud, speed: SPEED }));
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

/** What is looked at must not go on by itself. */
function copied(dataFolder: string): string {
  const target = join(makeTempFolder(), 'data');
  cpSync(dataFolder, target, { recursive: true });
  return target;
}

async function makeDraft(core: Core, solution: string, index: number): Promise<string> {
  const { accounts } = await call(core, 'accounts.list', {});
  const account = accounts.find(({ awsAccountId }) => awsAccountId === SELLER)?.key ?? '';
  const { id, revision } = await call(core, 'opportunities.drafts.create', { account });
  const closing = `${new Date().getUTCFullYear() + 1}-06-30`;
  const complete = setAt(COMPLETE, 'lifeCycle.targetCloseDate', closing);
  const document = {
    ...setAt(complete, 'customer.account.companyName', `Chain ${index}`),
    associations: [{ type: 'Solutions' as const, id: solution, name: 'Ours' }],
    partnerOpportunityIdentifier: '',
  };
  await call(core, 'opportunities.drafts.save', { id, revision, document });
  return id;
}

async function readHistory(core: Core) {
  const { items } = await call(core, 'changes.list', { account: null, pageSize: 200 });
  const filter = { account: null };
  const { items: calls } = await call(core, 'history.calls', { filter, pageSize: 200 });
  return { changes: items, calls: calls.toReversed() };
}

/** Whether a request is about the opportunity of a chain: by its id, or by the customer where it has none yet. */
function isOf({ input }: JournalEntry, id: string, index: number): boolean {
  const text = JSON.stringify(input);
  return text.includes(`"${id}"`) || text.includes(`"Chain ${index}"`);
}

async function control<T>({ endpoint }: PracticeCloud, path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${endpoint}/_simulator/${path}`, init);
  if (!answer.ok) throw new Error(`the local cloud refused ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function findSolution({ endpoint, region, accounts }: PracticeCloud): Promise<string> {
  const credentials = accounts.find(({ accountId }) => accountId === SELLER);
  const client = new PartnerCentralSellingClient({ endpoint, region, ...(credentials ? { credentials } : {}) });
  const { SolutionSummaries } = await client.send(new ListSolutionsCommand({ Catalog: 'AWS', Status: ['Active'] }));
  client.destroy();
  return SolutionSummaries?.[0]?.Id ?? '';
}
