/** The writes to Partner Central: each sent once, each found again by what AWS then holds. Requests travel as JSON, null members too. */
import {
  AssociateOpportunityCommand,
  CreateOpportunityCommand,
  DisassociateOpportunityCommand,
  UpdateOpportunityCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { z } from 'zod';
import { isObject } from '../../shared/domain/opportunity/record.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { sendForWire, withWireBody } from '../aws/wire.ts';
import type { CallKind, CallRow } from '../changes/kinds.ts';
import { listPages, readRecord, type OpportunityReading } from './reader.ts';
import { at, textAt } from './readings.ts';
import { createShareKind } from './share-kind.ts';

const payloadSchema = z.object({
  catalog: z.enum(['AWS', 'Sandbox']),
  /** The request as it is sent, but for its token. */
  request: z.record(z.string(), z.unknown()),
});
export type SellingPayload = z.infer<typeof payloadSchema>;

type Doors = Pick<AwsAccess, 'selling'>;
type Row = CallRow<SellingPayload>;

// Each kind reads its own payload only, after its schema has accepted it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
export function createSellingCallKinds(aws: Doors): CallKind<any>[] {
  return [createKind(aws), updateKind(aws), linkKind(aws, true), linkKind(aws, false), createShareKind(aws)];
}

const readingOf = (aws: Doors, row: Row, options: CallOptions): OpportunityReading => ({
  door: aws.selling(row.account),
  catalog: row.payload.catalog,
  ...options,
});

/** A listing's clock and ours differ by a little. */
const CLOCK_SLACK_MS = 5000;

function createKind(aws: Doors): CallKind<SellingPayload> {
  return {
    kind: 'opportunity-create',
    payload: payloadSchema,
    async send({ account, token, payload }, options) {
      const body = { ...payload.request, ClientToken: token };
      const command = withWireBody(new CreateOpportunityCommand(body as never), body);
      const after = await sendForWire(aws.selling(account), command, options);
      const id = textAt(after, 'Id');
      return { resultId: id, entityId: id, after };
    },
    async look(row, options) {
      const { request } = row.payload;
      const partnerId = textAt(request, 'PartnerOpportunityIdentifier');
      const since = new Date(Date.parse(row.createdAt) - CLOCK_SLACK_MS);
      const wish = {
        CreatedDate: { AfterCreatedDate: since },
        CustomerCompanyName: [textAt(request, 'Customer', 'Account', 'CompanyName')],
      };
      for await (const entries of listPages(readingOf(aws, row, options), wish)) {
        const mine = entries.find((entry) => textAt(entry, 'PartnerOpportunityIdentifier') === partnerId);
        const id = textAt(mine, 'Id');
        if (mine && id !== '') return { resultId: id, entityId: id, after: mine };
      }
      return null;
    },
  };
}

function updateKind(aws: Doors): CallKind<SellingPayload> {
  return {
    kind: 'opportunity-update',
    payload: payloadSchema,
    async send({ account, payload }, options) {
      const command = withWireBody(new UpdateOpportunityCommand(payload.request as never), payload.request);
      const after = await sendForWire(aws.selling(account), command, options);
      return { resultId: textAt(after, 'Id'), after };
    },
    /**
     * There is no token: what AWS holds must be what was meant, and no longer of the instant that the request names. Where AWS holds
     * something else, sending again is harmless: it refuses a request that names an old instant.
     */
    async look(row, options) {
      const { request } = row.payload;
      const id = textAt(request, 'Identifier');
      const record = await readRecord(readingOf(aws, row, options), id);
      const isUntouched = isSameInstant(at(record, 'LastModifiedDate'), request['LastModifiedDate']);
      return isUntouched || !holds(record, request) ? null : { resultId: id, after: record };
    },
  };
}

function isSameInstant(one: unknown, other: unknown): boolean {
  return Date.parse(String(one)) === Date.parse(String(other));
}

/** What AWS changes or drops by itself, as documented, and so tells nothing. */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'Catalog',
  'Identifier',
  'LastModifiedDate',
  'OtherSolutionDescription',
  'RelatedOpportunityIdentifier',
  'ApnPrograms',
  'EstimationUrl',
  'ExpectedCustomerSpend',
  'NextStepsHistory',
  'ReviewStatus',
  'ReviewComments',
  'ReviewStatusReason',
]);

/** Whether everything that was sent is there; what AWS has beside it does not matter. */
function holds(found: unknown, sent: unknown): boolean {
  if (sent === null) return found === undefined || found === null;
  if (Array.isArray(sent)) {
    return Array.isArray(found) && sent.every((entry) => found.some((other) => holds(other, entry)));
  }
  if (!isObject(sent)) return String(found) === String(sent);
  return Object.entries(sent).every(
    ([name, member]) => NOT_TOLD.has(name) || holds(isObject(found) ? found[name] : undefined, member),
  );
}

function linkKind(aws: Doors, linked: boolean): CallKind<SellingPayload> {
  return {
    kind: linked ? 'opportunity-associate' : 'opportunity-disassociate',
    payload: payloadSchema,
    async send({ account, payload: { request } }, options) {
      const command = linked
        ? new AssociateOpportunityCommand(request as never)
        : new DisassociateOpportunityCommand(request as never);
      await aws.selling(account).send(command, options);
      return { resultId: textAt(request, 'RelatedEntityIdentifier'), after: request };
    },
    async look(row, options) {
      const { request } = row.payload;
      const record = await readRecord(readingOf(aws, row, options), textAt(request, 'OpportunityIdentifier'));
      const ids = at(record, 'RelatedEntityIdentifiers', textAt(request, 'RelatedEntityType'));
      const id = textAt(request, 'RelatedEntityIdentifier');
      const isThere = Array.isArray(ids) && ids.includes(id);
      return isThere === linked ? { resultId: id, after: record['RelatedEntityIdentifiers'] } : null;
    },
  };
}
