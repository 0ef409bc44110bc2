/** The part of the composition that is about Partner Central: its copies, what is written to it, and what goes on by itself. */
import type { AccountStore } from './accounts/store.ts';
import type { AwsAccess } from './aws/access.ts';
import { createAcceptInvitations } from './bulk/accept-invitations.ts';
import { createAssignOpportunities } from './bulk/assign-opportunities.ts';
import type { Changes } from './changes/index.ts';
import type { Kinds } from './changes/kinds.ts';
import { createDeedCallKinds } from './engagements/deeds/index.ts';
import { createEngagements } from './engagements/index.ts';
import { engagementSyncKind } from './engagements/sync.ts';
import type { ScheduledSync } from './entities/scheduled-syncs.ts';
import type { SyncStore } from './entities/sync-store.ts';
import type { EventBus } from './events.ts';
import { createInvitationCallKinds } from './invitations/call-kinds.ts';
import { createInvitations } from './invitations/index.ts';
import { invitationSyncKind } from './invitations/sync.ts';
import type { Jobs } from './jobs/index.ts';
import { createAssignCallKind, createAssigning } from './opportunities/assign.ts';
import { createAutoShare, type AutoShareDependencies } from './opportunities/auto-share/index.ts';
import { createBackfills } from './opportunities/backfill/index.ts';
import { createSellingCallKinds } from './opportunities/call-kinds.ts';
import { createDisassociating } from './opportunities/disassociate.ts';
import { createOpportunityDrafts } from './opportunities/drafts/index.ts';
import { createOpportunityFiles } from './opportunities/files.ts';
import { createOpportunities } from './opportunities/index.ts';
import { findKnown, keyOlderRows } from './opportunities/known.ts';
import { coSellers, placeOf } from './opportunities/places.ts';
import { createOpportunitySending } from './opportunities/sending/index.ts';
import { syncKind } from './opportunities/sync.ts';
import type { Ports } from './ports.ts';
import { createSolutions, solutionSyncKind } from './solutions/index.ts';
import type { Database } from './storage/database.ts';
import type { Leases } from './storage/leases.ts';

interface CoSellDependencies extends Ports {
  readonly aws: AwsAccess;
  readonly accounts: AccountStore;
  readonly database: Database;
  readonly events: EventBus;
  readonly jobs: Jobs;
  readonly leases: Leases;
  readonly changes: Changes;
  /** How far each copy has been read. */
  readonly store: SyncStore;
  readonly addNotice: AutoShareDependencies['addNotice'];
}

/** The calls that its writes are made of. */
export function createCoSellCallKinds({ aws, clock }: Pick<CoSellDependencies, 'aws' | 'clock'>): Kinds['calls'] {
  return [
    ...createSellingCallKinds(aws),
    createAssignCallKind(aws),
    ...createInvitationCallKinds({ aws, clock }),
    ...createDeedCallKinds(aws),
  ];
}

export function createCoSell(deps: CoSellDependencies) {
  const { accounts, changes, database, leases } = deps;
  const opportunities = createOpportunities({
    ...deps,
    backfillRunning: (account) => backfills.backfillRunning(account),
  });
  const backfills = createBackfills({ ...deps, sync: deps.store, copy: opportunities.store });
  backfills.tend();
  const solutions = createSolutions(deps);
  const written = { ...deps, opportunities };
  const invitations = createInvitations(written);
  const engagements = createEngagements(written);
  const assigning = createAssigning(written);
  const disassociating = createDisassociating(written);

  const drafts = createOpportunityDrafts({
    ...deps,
    opportunities: {
      read: opportunities.read,
      find: (account, id) => opportunities.store.record(placeOf(accounts, account), id),
      known: (account, customer) => findKnown(database, placeOf(accounts, account), customer),
    },
  });
  const sending = createOpportunitySending({ ...deps, drafts });
  const autoShare = createAutoShare({
    ...deps,
    owner: leases.owner,
    drafts,
    sending,
    isBackfilling: backfills.backfillRunning,
  });

  /** A line for each copy that is kept fresh in the background. */
  function syncsIn(catalog: 'AWS' | 'Sandbox'): ScheduledSync[] {
    const inCatalog = () => coSellers(accounts).flatMap((place) => (place.catalog === catalog ? [place.account] : []));
    // A sync would only wait for a backfill.
    const idle = () => inCatalog().filter((account) => !backfills.backfillRunning(account));
    return [
      { kind: syncKind(catalog), accounts: idle, start: (account) => opportunities.sync(account, false) },
      { kind: solutionSyncKind(catalog), accounts: inCatalog, start: (account) => solutions.sync(account) },
      { kind: invitationSyncKind(catalog), accounts: inCatalog, start: (account) => invitations.sync(account, false) },
      { kind: engagementSyncKind(catalog), accounts: inCatalog, start: (account) => engagements.sync(account, false) },
    ];
  }

  return {
    handlers: {
      ...opportunities.handlers,
      ...backfills.handlers,
      ...drafts.handlers,
      ...sending.handlers,
      ...autoShare.handlers,
      ...createOpportunityFiles({ ...deps, drafts }),
      ...assigning.handlers,
      ...disassociating.handlers,
      ...invitations.handlers,
      ...engagements.handlers,
      ...solutions.handlers,
    },
    read: opportunities.read,
    syncs: [...syncsIn('AWS'), ...syncsIn('Sandbox')],
    /** What an event of AWS is about is read again. */
    refreshers: {
      opportunity: opportunities.noticed,
      invitation: invitations.noticed,
      engagement: engagements.noticed,
    },
    /** Rows of bulk runs. */
    performers: {
      accept: createAcceptInvitations({ ...deps, accepting: invitations.accepting }),
      assign: createAssignOpportunities({
        ...deps,
        assigning,
        accepting: invitations.accepting,
        opportunities: {
          ...opportunities,
          isUnderWay: (account, id) => changes.isUnderWay(account, { type: 'Opportunity', id }),
        },
      }),
    },
    /** Goes on with what another process has left. Called periodically. */
    tend(): void {
      backfills.tend();
      sending.tend();
      keyOlderRows(database);
    },
    /** Sends what is due without a click. Called periodically. */
    shareDue: () => autoShare.tend(),
    async close(): Promise<void> {
      backfills.close();
      await autoShare.close();
      await sending.close();
      await invitations.close();
      await engagements.close();
      assigning.close();
      disassociating.close();
      drafts.close();
    },
  };
}
