/** Makes a person owner or account manager of an opportunity. The call takes no token: what AWS holds says whether it has happened. */
import { AssignOpportunityCommand } from '@aws-sdk/client-partnercentral-selling';
import { z } from 'zod';
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import type { Assignee } from '../../shared/domain/opportunity/assignee.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import type { CallKind } from '../changes/kinds.ts';
import { refuseOtherAccount, type BeginOptions, type CallWish } from '../changes/writes.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Logger } from '../ports.ts';
import type { Opportunities } from './index.ts';
import { placeOf, type PlaceSource } from './places.ts';
import { readRecord } from './reader.ts';
import { at, textAt } from './readings.ts';

const payloadSchema = z.object({
  request: z.strictObject({
    Catalog: z.enum(['AWS', 'Sandbox']),
    Identifier: z.string(),
    Assignee: z.strictObject({
      Email: z.string(),
      FirstName: z.string(),
      LastName: z.string(),
      BusinessTitle: z.string(),
      Phone: z.string().optional(),
    }),
  }),
});
type AssignPayload = z.infer<typeof payloadSchema>;
type Request = AssignPayload['request'];

export function createAssignCallKind(aws: Pick<AwsAccess, 'selling'>): CallKind<AssignPayload> {
  return {
    kind: 'opportunity-assign',
    payload: payloadSchema,
    async send({ account, payload: { request } }, options) {
      await aws.selling(account).send(new AssignOpportunityCommand(request), options);
      return { resultId: request.Assignee.Email, after: request.Assignee };
    },
    async look({ account, payload: { request } }, options) {
      const reading = { door: aws.selling(account), catalog: request.Catalog, ...options };
      const team = at(await readRecord(reading, request.Identifier), 'OpportunityTeam');
      const isThere = Array.isArray(team) && team.some((member) => isAssigned(member, request.Assignee));
      return isThere ? { resultId: request.Assignee.Email, after: team } : null;
    },
  };
}

/** An owner's names are those of the profile in Partner Central, whatever was sent; it has no telephone. */
function isAssigned(member: unknown, assignee: Request['Assignee']): boolean {
  const has = (name: keyof Request['Assignee']) => textAt(member, name) === (assignee[name] ?? '');
  if (!has('Email') || !has('BusinessTitle')) return false;
  if (assignee.BusinessTitle === 'OpportunityOwner') return true;
  return has('FirstName') && has('LastName') && (assignee.Phone === undefined || has('Phone'));
}

/** Whether the team of an opportunity, as AWS gave it, has this person in this role already. */
export function hasAssignee(document: unknown, assignee: Assignee): boolean {
  const team = at(document, 'OpportunityTeam');
  return Array.isArray(team) && team.some((member) => isAssigned(member, toContact(assignee)));
}

function toContact({ email, firstName, lastName, title, phone }: Assignee): Request['Assignee'] {
  return {
    Email: email,
    FirstName: firstName,
    LastName: lastName,
    BusinessTitle: title,
    ...(phone === '' ? {} : { Phone: phone }),
  };
}

interface AssignDependencies {
  readonly accounts: PlaceSource;
  readonly changes: Pick<Changes, 'beginCall'>;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly opportunities: Pick<Opportunities, 'read'>;
}

interface AssignOptions extends Pick<BeginOptions, 'signal' | 'check'> {
  /** The row of a bulk run that it belongs to. */
  readonly bulkId?: string;
}

export interface Assigning {
  readonly handlers: Pick<Handlers, 'opportunities.planAssignment' | 'opportunities.assign'>;
  /** Through the journal, after the opportunity was read anew. */
  begin(input: ParsedInput<'opportunities.assign'>, options: AssignOptions): Promise<Change>;
  close(): void;
}

export function createAssigning({ accounts, changes, events, logger, opportunities }: AssignDependencies): Assigning {
  const closing = new AbortController();
  const requestOf = ({ account, opportunityId, assignee }: ParsedInput<'opportunities.planAssignment'>): Request => ({
    Catalog: placeOf(accounts, account).catalog,
    Identifier: opportunityId,
    Assignee: toContact(assignee),
  });

  async function begin(
    { confirmedAccountId, ...input }: ParsedInput<'opportunities.assign'>,
    { bulkId, ...options }: AssignOptions,
  ): Promise<Change> {
    const { account, opportunityId } = input;
    refuseOtherAccount(accounts.getSettings(account), confirmedAccountId, account);
    // An invitation is no opportunity yet: accepting it makes one.
    if (/(^|\/)engi-/.test(opportunityId)) fail('invitation-not-accepted', { params: { name: opportunityId } });
    const { document } = await opportunities.read(account, opportunityId, options.signal);
    const wish: CallWish = {
      account,
      kind: 'opportunity-assign',
      title: textAt(document, 'Project', 'Title') || opportunityId,
      entityType: 'Opportunity',
      entityId: opportunityId,
      before: at(document, 'OpportunityTeam') ?? [],
      payload: { request: requestOf(input) },
      bulkId: bulkId ?? null,
    };
    return changes.beginCall(wish, { confirmedAccountId, ...options });
  }

  const stopListening = events.subscribe((name, payload) => {
    if (
      name !== 'changes.changed' ||
      !('state' in payload) ||
      !('entityId' in payload) ||
      payload.kind !== 'opportunity-assign'
    )
      return;
    const { account, entityId, state } = payload;
    if (state !== 'verified' || entityId === null) return;
    opportunities.read(account, entityId, closing.signal).catch((error: unknown) => {
      const code = error instanceof OfferdeckError ? error.data.code : 'internal';
      if (!closing.signal.aborted)
        logger.warn('an assigned opportunity could not be read', { account, entityId, code });
    });
  });

  return {
    begin,
    close() {
      closing.abort();
      stopListening();
    },
    handlers: {
      async 'opportunities.planAssignment'(input) {
        const request = requestOf(input);
        return { catalog: request.Catalog, operation: 'AssignOpportunity', json: JSON.stringify(request, null, 2) };
      },
      'opportunities.assign': async (input, { signal }) => ({ change: await begin(input, { signal }) }),
    },
  };
}
