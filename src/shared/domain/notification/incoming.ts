/** Reads what a queue delivers: an EventBridge event, or a message of an older SNS topic in its envelope. Unknown types are kept. */
import { z } from 'zod';
import { kindOfEvent, type NotificationKind } from './kinds.ts';

export const SUBJECT_TYPES = [
  'offer',
  'offer-set',
  'agreement',
  'authorization',
  'change-set',
  'product',
  'opportunity',
  'invitation',
  'engagement',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

export interface IncomingEvent {
  /** Equal for two deliveries of one event. */
  readonly dedupeKey: string;
  readonly source: string;
  readonly detailType: string;
  readonly kind: NotificationKind;
  /** When it happened, as AWS says. */
  readonly time: string;
  /** What it is about, the main thing first. */
  readonly subjects: readonly Subject[];
  /** A name or title that the event carries; empty where there is none. */
  readonly title: string;
  /** The 12-digit id of the buyer, where the event names one. */
  readonly buyer: string | null;
  /** A word on how it stands: NEW, CANCELLED, CLIENT_ERROR. */
  readonly status: string | null;
  readonly document: unknown;
}

export const SNS_SOURCE = 'sns';

const eventSchema = z.looseObject({
  id: z.string().min(1),
  source: z.string().min(1),
  'detail-type': z.string().min(1),
  time: z.string().optional(),
  detail: z.looseObject({}).catch({}),
});
const envelopeSchema = z.looseObject({
  Type: z.literal('Notification'),
  MessageId: z.string().min(1),
  TopicArn: z.string().min(1),
  Message: z.string(),
  Timestamp: z.string().optional(),
});
const topicMessageSchema = z.looseObject({ action: z.string().min(1) });

/** null: no message that this could be one of; it stays in the queue. `now` stands in where AWS names no time. */
export function readMessage(body: string, now: string): IncomingEvent | null {
  const value = parseJson(body);
  const event = eventSchema.safeParse(value);
  if (event.success) return readEvent(event.data, now);
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return null;
  const inner = parseJson(envelope.data.Message);
  const forwarded = eventSchema.safeParse(inner);
  if (forwarded.success) return readEvent(forwarded.data, now);
  const message = topicMessageSchema.safeParse(inner);
  return message.success ? readTopicMessage(envelope.data, message.data, now) : null;
}

type Json = Readonly<Record<string, unknown>>;

function readEvent(event: z.infer<typeof eventSchema>, now: string): IncomingEvent {
  const { source, 'detail-type': detailType, detail } = event;
  const requestId = text(detail, 'requestId');
  const subjects = subjectsOf(detail);
  const [main] = subjects;
  return {
    // One request can raise several events (one agreement ends, one begins): its id alone does not tell them apart.
    dedupeKey: requestId ? [detailType, requestId, main?.id ?? ''].join('/') : event.id,
    source,
    detailType,
    kind: kindOfEvent(source, detailType),
    time: toInstant(event.time) ?? now,
    subjects,
    title:
      text(detail, 'ChangeSetName') ||
      text(detail, 'offer', 'name') ||
      text(detail, 'offerSet', 'name') ||
      text(detail, 'product', 'title') ||
      text(detail, 'engagementInvitation', 'senderCompanyName') ||
      text(detail, 'engagementMember', 'companyName'),
    buyer: text(detail, 'acceptor', 'accountId') || text(detail, 'agreement', 'acceptorId') || null,
    status: statusOf(detail),
    document: event,
  };
}

function statusOf(detail: Json): string | null {
  return (
    text(detail, 'FailureCode') ||
    text(detail, 'agreementCancellationRequest', 'statusCode') ||
    text(detail, 'agreement', 'intent') ||
    text(detail, 'agreement', 'status') ||
    // Which of Partner Central's two worlds: a trial must not be taken for a real deal.
    (text(detail, 'catalog') === 'Sandbox' ? 'Sandbox' : '') ||
    null
  );
}

/** Where each kind of thing stands in `detail`, the main thing first. AWS writes change sets in capitals and the rest not. */
const PLACES: readonly { readonly type: SubjectType; readonly at: readonly string[] }[] = [
  { type: 'change-set', at: ['ChangeSetId'] },
  { type: 'offer-set', at: ['offerSet', 'id'] },
  { type: 'agreement', at: ['agreement', 'id'] },
  { type: 'offer', at: ['offer', 'id'] },
  { type: 'offer', at: ['agreement', 'offerId'] },
  { type: 'authorization', at: ['resaleAuthorization', 'id'] },
  { type: 'opportunity', at: ['opportunity', 'identifier'] },
  { type: 'opportunity', at: ['resourceSnapshot', 'resourceId'] },
  { type: 'invitation', at: ['engagementInvitation', 'id'] },
  { type: 'engagement', at: ['engagement', 'engagementId'] },
  { type: 'engagement', at: ['engagement', 'id'] },
  { type: 'product', at: ['product', 'id'] },
  { type: 'product', at: ['agreement', 'productId'] },
];

function subjectsOf(detail: Json): Subject[] {
  const associated = z
    .array(z.looseObject({ offer: z.looseObject({ id: z.string() }) }))
    .catch([])
    .parse(detail['associatedOffers']);
  const found: Subject[] = PLACES.flatMap(({ type, at }) => {
    const id = text(detail, ...at);
    return id ? [{ type, id }] : [];
  });
  return [...found, ...associated.map(({ offer }) => ({ type: 'offer' as const, id: offer.id }))];
}

function readTopicMessage(
  envelope: z.infer<typeof envelopeSchema>,
  message: z.infer<typeof topicMessageSchema>,
  now: string,
): IncomingEvent {
  const offerId = text(message, 'offer-identifier');
  return {
    dedupeKey: envelope.MessageId,
    source: SNS_SOURCE,
    detailType: message.action,
    kind: 'agreements',
    time: toInstant(envelope.Timestamp) ?? now,
    subjects: offerId ? [{ type: 'offer', id: offerId }] : [],
    title: text(message, 'product-code'),
    buyer: null,
    status: null,
    document: { ...envelope, Message: message },
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

function text(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (at, name) => (at !== null && typeof at === 'object' ? (at as Json)[name] : undefined),
    value,
  );
  return typeof found === 'string' ? found : '';
}

function toInstant(time: string | undefined): string | null {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
