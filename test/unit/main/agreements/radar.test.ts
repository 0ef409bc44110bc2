import { describe, expect, it } from 'vitest';
import { formatCalendar, uidOf } from '../../../../src/main/agreements/calendar.ts';
import { countRadar, eachRadarEntry, listRadar } from '../../../../src/main/agreements/radar.ts';
import { createAgreementStore } from '../../../../src/main/agreements/store.ts';
import { createVersionStore } from '../../../../src/main/versions/store.ts';
import { createOfferStore } from '../../../../src/main/offers/store.ts';
import { offerEntry, openTestDatabase } from '../../../support/entity-copy.ts';

const AT = '2027-01-01T00:00:00Z';
const RANGE = { account: null, kinds: [], from: '2027-01-01', to: '2027-01-31' };

function createStage() {
  const database = openTestDatabase('acme', 'bravo');
  const store = createAgreementStore(database, createVersionStore(database));
  const save = (id: string, changes: Record<string, unknown> = {}, account = 'acme') =>
    store.saveListed(
      account,
      [
        {
          agreementId: id,
          lastUpdateTime: new Date('2026-12-01T00:00:00Z'),
          status: 'ACTIVE',
          endTime: new Date('2027-01-20T23:59:59Z'),
          endTimeBehaviorType: 'EXPIRE',
          acceptor: { accountId: '000011112222' },
          proposalSummary: { offerId: `offer-${id}`, resources: [{ id: 'prod-one', type: 'SaaSProduct' }] },
          ...changes,
        },
      ],
      { at: AT, reread: false },
    );
  const offers = createOfferStore(database, createVersionStore(database));
  return { database, store, save, offers };
}

const schedule = (...dates: string[]) => [
  {
    paymentScheduleTerm: {
      currencyCode: 'USD',
      schedule: dates.map((date) => ({ chargeDate: new Date(`${date}T00:00:00Z`), chargeAmount: '10.00' })),
    },
  },
];

describe('what comes up', () => {
  it('is in order of days, for all accounts or one, and says what is to be paid', () => {
    const { database, store, save } = createStage();
    save('agmt-a');
    save('agmt-b', { endTime: new Date('2027-01-10T00:00:00Z') }, 'bravo');
    store.saveTerms('acme', 'agmt-a', schedule('2027-01-05', '2027-02-05'), AT);
    const all = listRadar(database, RANGE, { page: 1, pageSize: 10 });
    expect(all.items.map(({ date, kind, id, amount }) => [date, kind, id, amount])).toEqual([
      ['2027-01-05', 'payment', 'agmt-a', '10.00'],
      ['2027-01-10', 'ends', 'agmt-b', null],
      ['2027-01-20', 'ends', 'agmt-a', null],
    ]);
    expect(listRadar(database, { ...RANGE, account: 'bravo' }, { page: 1, pageSize: 10 }).total).toBe(1);
    expect(listRadar(database, { ...RANGE, kinds: ['payment'] }, { page: 1, pageSize: 10 }).total).toBe(1);
    expect(countRadar(database, RANGE)).toContainEqual({ date: '2027-01-20', kind: 'ends', count: 1 });
  });

  it('counts both ends of the range in, and pages through', () => {
    const { database, save } = createStage();
    save('agmt-a', { endTime: new Date('2027-01-01T00:00:00Z') });
    save('agmt-b', { endTime: new Date('2027-01-31T23:59:59Z') });
    expect(listRadar(database, RANGE, { page: 2, pageSize: 1 })).toMatchObject({ total: 2, items: [{ id: 'agmt-b' }] });
  });

  it('is not what an agreement that has ended would have brought', () => {
    const { database, store, save } = createStage();
    save('agmt-a');
    store.saveTerms('acme', 'agmt-a', schedule('2027-01-05'), AT);
    save('agmt-a', { status: 'REPLACED', lastUpdateTime: new Date('2027-01-02T00:00:00Z') });
    expect(listRadar(database, RANGE, { page: 1, pageSize: 10 }).total).toBe(0);
    const kept = [...eachRadarEntry(database, RANGE)].flat();
    expect(kept.map(({ kind, inForce }) => [kind, inForce])).toEqual([
      ['payment', false],
      ['ends', false],
    ]);
  });

  it('has offers nobody has taken yet', () => {
    const { database, save, offers } = createStage();
    const taken = { at: AT, reread: false };
    offers.saveListed('acme', [offerEntry('offer-open', { AvailabilityEndDate: '2027-01-15' })], taken);
    offers.saveListed('acme', [offerEntry('offer-agmt-a', { AvailabilityEndDate: '2027-01-15' })], taken);
    save('agmt-a');
    const found = listRadar(database, { ...RANGE, kinds: ['offer-expires'] }, { page: 1, pageSize: 10 });
    expect(found.items).toMatchObject([{ id: 'offer-open', date: '2027-01-15', buyer: '111122223333' }]);
  });
});

describe('a calendar file', () => {
  const about = {
    ownerOf: () => ({ name: 'ACME, Inc.', awsAccountId: '012345678901' }),
    texts: { title: 'Radar', 'kind.ends': 'Agreement ends', 'kind.renews': 'Agreement renews', account: 'Account' },
    nowMs: Date.parse('2027-01-01T12:00:00Z'),
  };
  const events = (text: string) => text.split('BEGIN:VEVENT').slice(1);

  it('keeps the identity of an event when its day or its kind moves, and counts the sequence up', () => {
    const { database, save } = createStage();
    save('agmt-a');
    const before = [...eachRadarEntry(database, RANGE)].flat();
    save('agmt-a', {
      lastUpdateTime: new Date('2027-01-02T00:00:00Z'),
      endTime: new Date('2027-01-25T00:00:00Z'),
      endTimeBehaviorType: 'RENEW',
    });
    const after = [...eachRadarEntry(database, RANGE)].flat();
    expect(after[0]?.kind).toBe('renews');
    const [one, two] = [before, after].map((entries) => formatCalendar(entries, about));
    const line = (text: string | undefined, name: string) => new RegExp(`^${name}[:;].*$`, 'm').exec(text ?? '')?.[0];
    expect(line(one, 'UID')).toBe('UID:ends.0.agmt-a.012345678901@offerdeck');
    expect(line(two, 'UID')).toBe(line(one, 'UID'));
    const sequence = (text: string | undefined) => Number(line(text, 'SEQUENCE')?.slice('SEQUENCE:'.length));
    expect(sequence(two)).toBeGreaterThan(sequence(one));
    expect(line(one, 'DTSTART')?.trim()).toBe('DTSTART;VALUE=DATE:20270120');
    expect(line(two, 'DTSTART')?.trim()).toBe('DTSTART;VALUE=DATE:20270125');
  });

  it('tells instalments apart, says what was cancelled, and keeps ids as they are', () => {
    const { database, store, save } = createStage();
    save('agmt-a', { status: 'CANCELLED' });
    store.saveTerms('acme', 'agmt-a', schedule('2027-01-05', '2027-01-06'), AT);
    const entries = [...eachRadarEntry(database, RANGE)].flat();
    expect(new Set(entries.map((entry) => uidOf(entry, '012345678901'))).size).toBe(3);
    const text = formatCalendar(entries, about);
    expect(events(text)).toHaveLength(3);
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(3);
    expect(text.replaceAll('\r\n ', '')).toContain('Account: ACME\\, Inc. (012345678901)');
  });
});
