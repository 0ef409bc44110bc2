/** Contexts of an engagement: the customer's project, the lead. */
import type { Operation } from '../context.ts';
import { changeEngagement, engagementArn, engagementOf } from '../engagements.ts';
import { businessRefusal, conflict, notFound, overQuota } from '../errors.ts';
import type { ContextRecord } from '../model-engagement.ts';
import { checkContextPayload } from './engagements.ts';

const MOST_CONTEXTS = 5;
const MOST_INTERACTIONS = 10;

type Payload = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const createContext: Operation = (asked, context) => {
  const { input, partner } = asked;
  const engagement = engagementOf(input['EngagementIdentifier'], asked, context);
  const Type = String(input['Type']) as ContextRecord['Type'];
  const Payload = input['Payload'] as Payload;
  checkContextPayload(Type, Payload);
  if (engagement.contexts.length >= MOST_CONTEXTS) {
    throw overQuota(`An engagement has at most ${MOST_CONTEXTS} contexts.`);
  }
  const Id = String(engagement.contexts.length + 1);
  const contexts = [...engagement.contexts, { Id, Type, Payload }];
  const changed = changeEngagement(engagement.id, { by: partner.accountId, contexts }, context);
  return {
    EngagementId: changed.id,
    EngagementArn: engagementArn(changed),
    EngagementLastModifiedAt: changed.modifiedAt,
    ContextId: Id,
  };
};

export const updateContext: Operation = (asked, context) => {
  const { input, partner } = asked;
  const engagement = engagementOf(input['EngagementIdentifier'], asked, context);
  const before = engagement.contexts.find(({ Id }) => Id === input['ContextIdentifier']);
  if (!before) throw notFound(String(input['ContextIdentifier']));
  const type = String(input['Type']);
  const payload = input['Payload'] as Payload;
  checkContextPayload(type, payload);
  if (before.Type !== type) {
    const message = `The context is a ${before.Type}.`;
    throw businessRefusal([{ field: 'type', code: 'INVALID_VALUE', message }]);
  }
  // Below the millisecond nothing is compared: no JavaScript date carries it.
  if (Date.parse(String(input['EngagementLastModifiedAt'])) !== Date.parse(engagement.modifiedAt)) {
    throw conflict(`The engagement was modified at ${engagement.modifiedAt}.`);
  }
  const Payload = type === 'Lead' ? { Lead: mergedLead(before, payload['Lead'] ?? {}) } : payload;
  const contexts = engagement.contexts.map((other) => (other.Id === before.Id ? { ...before, Payload } : other));
  const changed = changeEngagement(engagement.id, { by: partner.accountId, contexts }, context);
  return {
    EngagementId: changed.id,
    EngagementArn: engagementArn(changed),
    EngagementLastModifiedAt: changed.modifiedAt,
    ContextId: before.Id,
  };
};

/** An update adds one interaction to those that there are. */
function mergedLead(before: ContextRecord, update: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const lead = before.Payload['Lead'] as { Interactions?: readonly unknown[] } | undefined;
  const { Interaction, ...rest } = update;
  const known = lead?.Interactions ?? [];
  if (Interaction !== undefined && known.length >= MOST_INTERACTIONS) {
    throw overQuota(`A lead has at most ${MOST_INTERACTIONS} interactions.`);
  }
  return { ...rest, Interactions: Interaction === undefined ? known : [...known, Interaction] };
}
