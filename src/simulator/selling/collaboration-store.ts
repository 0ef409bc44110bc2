/** Engagements and what hangs on them. Engagements, invitations and snapshots belong to a catalog, not to an account. */
import type {
  CollaborationState,
  EngagementRecord,
  Errand,
  InvitationRecord,
  JobRecord,
  ProspectingRecord,
  SettingsRecord,
  SnapshotRecord,
  TaskRecord,
} from './model-engagement.ts';

export class CollaborationStore {
  readonly engagements = new Map<string, EngagementRecord>();
  readonly invitations = new Map<string, InvitationRecord>();
  readonly tasks = new Map<string, TaskRecord>();
  readonly snapshots = new Map<string, SnapshotRecord>();
  readonly jobs = new Map<string, JobRecord>();
  readonly settings = new Map<string, SettingsRecord>();
  readonly prospecting = new Map<string, ProspectingRecord>();
  readonly errands = new Map<string, Errand>();

  putSnapshot(snapshot: SnapshotRecord): void {
    this.snapshots.set(snapshotKey(snapshot), snapshot);
  }

  save(): CollaborationState {
    return {
      engagements: [...this.engagements.values()],
      invitations: [...this.invitations.values()],
      tasks: [...this.tasks.values()],
      snapshots: [...this.snapshots.values()],
      jobs: [...this.jobs.values()],
      settings: [...this.settings.values()],
      prospecting: [...this.prospecting.values()],
      errands: [...this.errands.values()],
    };
  }

  load(state: CollaborationState): void {
    fill(this.engagements, state.engagements, byId);
    fill(this.invitations, state.invitations, byId);
    fill(this.tasks, state.tasks, byId);
    fill(this.snapshots, state.snapshots, snapshotKey);
    fill(this.jobs, state.jobs, byId);
    fill(this.settings, state.settings, byId);
    fill(this.prospecting, state.prospecting, byId);
    fill(this.errands, state.errands, errandKey);
  }
}

export function errandKey({ kind, id }: Pick<Errand, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function snapshotKey({ engagementId, resourceId, template, revision }: SnapshotRecord): string {
  return `${engagementId} ${resourceId} ${template} ${revision}`;
}

const byId = ({ id }: { readonly id: string }): string => id;

function fill<T>(map: Map<string, T>, items: readonly T[], key: (item: T) => string): void {
  map.clear();
  for (const item of items) map.set(key(item), item);
}
