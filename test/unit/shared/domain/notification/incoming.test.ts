import { describe, expect, it } from 'vitest';
import { readMessage, type IncomingEvent } from '../../../../../src/shared/domain/notification/incoming.ts';

const NOW = '2026-11-21T00:00:00.000Z';

function event(detailType: string, detail: object, changes: object = {}): object {
  return {
    version: '0',
    id: 'event-1',
    'detail-type': detailType,
    source: 'aws.agreement-marketplace',
    account: '012345678901',
    time: '2026-11-20T10:00:00Z',
    region: 'us-east-1',
    resources: [],
    detail,
    ...changes,
  };
}

function read(value: object): IncomingEvent {
  const found = readMessage(JSON.stringify(value), NOW);
  if (!found) throw new Error('not read');
  return found;
}

describe('an event from the queue', () => {
  it('names what it is about, the buyer, and how it stands', () => {
    const created = read(
      event('Purchase Agreement Created - Proposer', {
        requestId: 'r-1',
        agreement: { id: 'agmt-1', intent: 'NEW', status: 'ACTIVE' },
        resaleAuthorization: null,
        acceptor: { accountId: '000011112222' },
        offer: { id: 'offer-1' },
      }),
    );
    expect(created).toMatchObject({
      kind: 'agreements',
      time: '2026-11-20T10:00:00.000Z',
      subjects: [
        { type: 'agreement', id: 'agmt-1' },
        { type: 'offer', id: 'offer-1' },
      ],
      buyer: '000011112222',
      status: 'NEW',
    });
  });

  it('reads change sets, whose members AWS writes in capitals, and offer sets with all their offers', () => {
    const failed = read(
      event(
        'Change Set Failed',
        { requestId: 'r', ChangeSetId: 'cs1', ChangeSetName: 'Acme offer', FailureCode: 'CLIENT_ERROR' },
        { source: 'aws.marketplacecatalog' },
      ),
    );
    expect(failed).toMatchObject({ title: 'Acme offer', status: 'CLIENT_ERROR', subjects: [{ id: 'cs1' }] });
    const set = read(
      event(
        'OfferSet Released',
        { offerSet: { id: 'offerset-1', name: 'Bundle' }, associatedOffers: [{ offer: { id: 'offer-a' } }] },
        { source: 'aws.marketplacecatalog' },
      ),
    );
    expect(set.subjects.map(({ id }) => id)).toEqual(['offerset-1', 'offer-a']);
  });

  it('is the same when it comes twice, and another one for the next agreement of the same request', () => {
    const ended = (id: string, eventId: string) =>
      read(event('Purchase Agreement Ended - Proposer', { requestId: 'r-1', agreement: { id } }, { id: eventId }));
    expect(ended('agmt-1', 'a').dedupeKey).toBe(ended('agmt-1', 'b').dedupeKey);
    expect(ended('agmt-1', 'a').dedupeKey).not.toBe(ended('agmt-2', 'a').dedupeKey);
    expect(read(event('Anything', {})).dedupeKey).toBe('event-1');
  });

  it('is kept when this version does not know its type, or its detail is no object', () => {
    expect(read(event('Quantum Agreement Entangled', { x: 1 })).kind).toBe('other');
    expect(read(event('Odd', {}, { detail: 'text', time: 'yesterday' }))).toMatchObject({ subjects: [], time: NOW });
  });
});

describe('a message of an older topic', () => {
  const envelope = (message: unknown) => ({
    Type: 'Notification',
    MessageId: 'm-1',
    TopicArn: 'arn:aws:sns:us-east-1:287250355862:aws-mp-subscription-notification-abc',
    Message: typeof message === 'string' ? message : JSON.stringify(message),
    Timestamp: '2026-11-20T10:00:00.000Z',
  });

  it('is read from its envelope', () => {
    const subscribed = read(
      envelope({ action: 'subscribe-success', 'product-code': 'abc', 'offer-identifier': 'offer-1' }),
    );
    expect(subscribed).toMatchObject({
      source: 'sns',
      detailType: 'subscribe-success',
      kind: 'agreements',
      dedupeKey: 'm-1',
      subjects: [{ type: 'offer', id: 'offer-1' }],
    });
  });

  it('may carry an event of EventBridge', () => {
    expect(read(envelope(event('License Updated - Manufacturer', {}))).kind).toBe('licenses');
  });

  it.each(['no json', '{"a":1}', '[]', 'null', JSON.stringify(envelope('plain text'))])('%s is no event', (body) => {
    expect(readMessage(body, NOW)).toBeNull();
  });
});
