/** What stands in the way of sending a draft without a click: more than what stands in the way of a click, since nobody looks. */
import { z } from 'zod';
import { appErrorSchema } from '../../errors/app-error.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema } from '../primitives.ts';
import type { OpportunityDraft } from './draft.ts';
import { isReadOnly } from './fields.ts';
import type { OpportunityFinding } from './finding.ts';
import { isBlockingOpportunity } from './lint/index.ts';
import { changedPaths } from './merge.ts';
import { isShared, standingOf } from './stage.ts';

export const AUTO_SHARE_STATES = [
  /** The quiet time runs. */
  'waiting',
  'sending',
  /** Something stands in the way: it is looked at again at the next save. */
  'blocked',
  /** A person said "not now". */
  'held',
  /** The program ended or slept while it waited: a person decides. */
  'asked',
  'failed',
  /** Not saved since auto share was switched on. */
  'untouched',
] as const;

export const AUTO_SHARE_REASONS = [
  'rules',
  'warnings',
  'closing',
  'locked',
  'conflict',
  'backfill',
  'sending',
  'catalog',
  'account',
] as const;
export type AutoShareReason = (typeof AUTO_SHARE_REASONS)[number];

export const autoShareReasonSchema = z.object({
  kind: z.enum(AUTO_SHARE_REASONS),
  /** Of rules and warnings: how many. */
  count: z.number().int(),
  /** Of rules and warnings: what the first ones say. */
  findings: z.array(
    z.object({
      path: z.string(),
      messageKey: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type AutoShareHindrance = z.infer<typeof autoShareReasonSchema>;

export const autoShareItemSchema = z.object({
  draftId: z.string(),
  account: accountKeySchema,
  awsAccountId: awsAccountIdSchema,
  catalog: z.enum(['AWS', 'Sandbox']),
  name: z.string(),
  revision: z.number().int(),
  /** The opportunity that would be changed; null where one would be made. */
  opportunityId: z.string().nullable(),
  /** Made and shared, or an update of what AWS holds. */
  share: z.boolean(),
  state: z.enum(AUTO_SHARE_STATES),
  /** When it is sent, in real time; null where it does not wait. */
  dueAt: instantSchema.nullable(),
  hindrances: z.array(autoShareReasonSchema),
  error: appErrorSchema.nullable(),
});
export type AutoShareItem = z.infer<typeof autoShareItemSchema>;

const CLOSING: readonly string[] = ['Launched', 'Closed Lost'];
const MOST_FINDINGS = 3;

/** Local edits of an opportunity that AWS does not know; of one that is only here, everything. */
export function hasUnsentEdits(draft: OpportunityDraft): boolean {
  const { target } = draft;
  if (!target) return true;
  if (changedPaths(target.base, draft).length > 0) return true;
  const key = ({ type, id }: { type: string; id: string }) => `${type} ${id}`;
  const held = target.associations.map(key).sort().join('\n');
  return draft.associations.map(key).sort().join('\n') !== held;
}

/** What the draft itself holds against it; what else is under way is for the caller to know. */
export function hindrancesOf(draft: OpportunityDraft, findings: readonly OpportunityFinding[]): AutoShareHindrance[] {
  const intent = isShared(draft) ? 'save' : 'share';
  const blocking = findings.filter((finding) => isBlockingOpportunity(finding, intent));
  // A warning asks for somebody who has read it.
  const warnings = findings.filter((finding) => finding.severity === 'warning' && !blocking.includes(finding));
  const closing = CLOSING.includes(draft.lifeCycle.stage);
  return [
    ...(blocking.length > 0 ? [toHindrance('rules', blocking)] : []),
    ...(warnings.length > 0 ? [toHindrance('warnings', warnings)] : []),
    ...(closing ? [toHindrance('closing')] : []),
    ...(isReadOnly(standingOf(draft)) ? [toHindrance('locked')] : []),
  ];
}

export function toHindrance(kind: AutoShareReason, findings: readonly OpportunityFinding[] = []): AutoShareHindrance {
  return {
    kind,
    count: findings.length,
    findings: findings
      .slice(0, MOST_FINDINGS)
      .map(({ path, messageKey, params }) => ({ path, messageKey, params: { ...params } })),
  };
}
