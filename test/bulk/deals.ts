/**
 * Many invitations accepted, then their opportunities assigned, by two processes on one data folder, under faults and a kill of both; then
 * counts the tasks, opportunities and assignments that the cloud has on record. Its quotas are enforced: one write a second.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  PartnerCentralSellingClient,
  paginateListEngagementByAcceptingInvitationTasks,
  paginateListOpportunities,
} from '@aws-sdk/client-partnercentral-selling';
import type { Core } from '../../src/main/core.ts';
import type { MethodOutput } from '../../src/shared/contract/index.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { startSimulator, type Simulator } from '../../src/simulator/server.ts';
import { ask } from '../kills/template.ts';
import {
  lookAndStart,
  proveLog,
  withCore,
  workUnderFaults,
  type BulkOptions,
  type BulkVerdict,
  type Ground,
} from './stage.ts';

const PARTNER = '111122223333';
/** Invitations that nobody chooses: they must stay as they are. */
const OTHERS = 5;
const WRITE_MS = 1000;
const ASSIGNEE = {
  title: 'PartnerAccountManager',
  firstName: 'Nils',
  lastName: 'Ek',
  email: 'nils@example.com',
  phone: '',
} as const;

export interface DealVerdicts {
  readonly accepted: BulkVerdict;
  readonly assigned: BulkVerdict;
}

interface Campaign {
  readonly options: BulkOptions;
  readonly simulator: Simulator;
  readonly client: PartnerCentralSellingClient;
  readonly ground: Ground;
}

export async function runDealCampaign(options: BulkOptions): Promise<DealVerdicts> {
  const { speed } = options;
  const dataFolder = mkdtempSync(join(tmpdir(), 'offerdeck-deals-'));
  const simulator = await startSimulator({ speed, opportunities: 5, enforceQuotas: true });
  const { endpoint, region } = simulator;
  const credentials = seedAccounts.find(({ accountId }) => accountId === PARTNER);
  if (!credentials) throw new Error('the local cloud has no partner');
  const client = new PartnerCentralSellingClient({ endpoint, region, credentials });
  const ground = { dataFolder, cloud: { endpoint, region, accounts: seedAccounts }, speed };
  const campaign = { options, simulator, client, ground };
  try {
    const accepted = await acceptAll(campaign);
    return { accepted, assigned: await assignAll(campaign, accepted.run.id) };
  } finally {
    client.destroy();
    await simulator.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function acceptAll({ options, simulator, client, ground }: Campaign): Promise<BulkVerdict> {
  const invited = await simulator.control.selling.refer({ accountId: PARTNER, count: options.count + OTHERS });
  const wanted = invited.slice(0, options.count).map(({ id }) => id);
  const known = { tasks: (await listTasks(client)).map(({ taskId }) => taskId), ids: await listOpportunityIds(client) };
  const runId = await withCore(ground, async (core) => {
    const account = await accountOf(core);
    await syncToEnd(core, 'invitations', account);
    const invitations = wanted.map((invitationId) => ({ account, invitationId }));
    return (await lookAndStart(core, { kind: 'accept', invitations, acknowledgedWarnings: [] })).id;
  });
  const worked = await workUnderFaults(simulator, { ...ground, runId }, options);
  const tasks = (await listTasks(client)).filter(({ taskId }) => !known.tasks.includes(taskId));
  const made = (await listOpportunityIds(client)).filter((id) => !known.ids.includes(id));
  const ofTask = new Set(tasks.map(({ opportunityId }) => opportunityId));
  return {
    ...worked,
    words: { held: 'accepted with an opportunity', wanted: 'invitations' },
    wanted,
    // A task counts with the opportunity that it made; an opportunity that no task names is one too many.
    names: [
      ...tasks.filter(({ opportunityId }) => made.includes(opportunityId)).map(({ invitationId }) => invitationId),
      ...made.filter((id) => !ofTask.has(id)),
    ],
    proof: await proveLog(ground),
    boundMs: options.count * WRITE_MS,
  };
}

async function assignAll({ options, simulator, ground }: Campaign, acceptRunId: string): Promise<BulkVerdict> {
  const { runId, wanted } = await withCore(ground, async (core) => {
    const account = await accountOf(core);
    await syncToEnd(core, 'opportunities', account);
    const ids = await resultsOf(core, acceptRunId);
    const deals = ids.map((id) => ({ account, kind: 'opportunity' as const, id }));
    const run = await lookAndStart(core, { kind: 'assign', assignee: ASSIGNEE, deals, acknowledgedWarnings: [] });
    return { runId: run.id, wanted: ids };
  });
  const worked = await workUnderFaults(simulator, { ...ground, runId }, options);
  const effects = simulator.control.requests().filter(
    ({ operation, status, errorCode, faults }) =>
      operation === 'AssignOpportunity' &&
      errorCode === null &&
      // An answer that was lost after the work is an effect as well.
      (status === 200 || (faults.includes('drop-after') && !faults.includes('drop-before'))),
  );
  return {
    ...worked,
    words: { held: 'assignments carried out', wanted: 'opportunities' },
    wanted,
    names: effects.map(({ input }) => String(input['Identifier'])),
    proof: await proveLog(ground),
    boundMs: options.count * WRITE_MS,
  };
}

async function accountOf(core: Core): Promise<string> {
  const { accounts } = await ask<MethodOutput<'accounts.list'>>(core, 'accounts.list', {});
  return accounts.find(({ awsAccountId }) => awsAccountId === PARTNER)?.key ?? '';
}

async function syncToEnd(core: Core, feature: 'invitations' | 'opportunities', account: string): Promise<void> {
  const ended = Promise.withResolvers<void>();
  core.subscribe((name, payload) => {
    if (name !== 'jobs.changed' || !('endedAt' in payload) || payload.kind !== `${feature}.sync`) return;
    if (payload.endedAt === null) return;
    if (payload.state === 'succeeded') ended.resolve();
    else ended.reject(new Error(`${feature} could not be read: ${JSON.stringify(payload.error)}`));
  });
  await ask(core, `${feature}.sync`, { account });
  await ended.promise;
}

async function resultsOf(core: Core, runId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await ask<MethodOutput<'bulk.rows'>>(core, 'bulk.rows', { runId, page, pageSize: 200 });
    ids.push(...items.map(({ result }) => result?.id ?? ''));
    if (ids.length >= total) return ids;
  }
}

/** As any client of AWS would ask. */
async function listTasks(client: PartnerCentralSellingClient) {
  const tasks: { taskId: string; invitationId: string; opportunityId: string }[] = [];
  for await (const page of paginateListEngagementByAcceptingInvitationTasks({ client }, { Catalog: 'AWS' })) {
    for (const { TaskId = '', EngagementInvitationId = '', OpportunityId = '' } of page.TaskSummaries ?? []) {
      tasks.push({ taskId: TaskId, invitationId: EngagementInvitationId, opportunityId: OpportunityId });
    }
  }
  return tasks;
}

async function listOpportunityIds(client: PartnerCentralSellingClient): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of paginateListOpportunities({ client }, { Catalog: 'AWS' })) {
    ids.push(...(page.OpportunitySummaries ?? []).map(({ Id }) => Id ?? ''));
  }
  return ids;
}
