import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountStore } from '../../../../src/main/accounts/store.ts';
import { createDashboards } from '../../../../src/main/dashboards/index.ts';
import { createSyncStore } from '../../../../src/main/entities/sync-store.ts';
import { listInvitations } from '../../../../src/main/invitations/list-query.ts';
import { listOpportunities } from '../../../../src/main/opportunities/list-query.ts';
import type { Database } from '../../../../src/main/storage/database.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import type { CoSellDashboard } from '../../../../src/shared/contract/co-sell-dashboard.ts';
import { invitationFilterSchema } from '../../../../src/shared/contract/invitations.ts';
import { NOT_NAMED, opportunityFilterSchema } from '../../../../src/shared/contract/opportunities.ts';
import { FULL_PERSONA } from '../../../../src/shared/domain/account/persona.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const signal = new AbortController().signal;
let database: Database;
let dashboards: ReturnType<typeof createDashboards>;

beforeEach(() => {
  ({ database } = openDatabase(makeTempFolder(), Date.parse(NOW)));
  const accounts = createAccountStore(database);
  const add = (key: string, changes: Parameters<typeof sampleAccount>[0]) =>
    accounts.insert({ key, settings: sampleAccount(changes), createdAt: NOW });
  add('acme', {});
  add('other', { prefix: 'OTHER', awsAccountId: '000022223333' });
  add('trial', { prefix: 'TRIAL', awsAccountId: '000033334444', partnerCentral: { catalog: 'Sandbox' } });
  add('seller', { prefix: 'SELLER', awsAccountId: '000044445555', persona: { ...FULL_PERSONA, coSell: false } });
  dashboards = createDashboards({
    database,
    clock: createManualClock(Date.parse(NOW)),
    accounts,
    syncs: createSyncStore(database),
  });
});

interface Wanted {
  readonly account?: string;
  readonly catalog?: string;
  readonly stage?: string;
  readonly review?: string;
  readonly close?: string | null;
  readonly amount?: string | null;
  readonly currency?: string | null;
  readonly reason?: string;
  readonly gone?: string | null;
}

let count = 0;

function addOpportunity(wanted: Wanted = {}): void {
  count += 1;
  const {
    account = 'acme',
    catalog = 'AWS',
    stage = 'Prospect',
    review = 'Approved',
    reason = '',
    gone = null,
  } = wanted;
  const { close = '2026-12-15', amount = '100', currency = 'USD' } = wanted;
  database.run(
    `INSERT INTO opportunities (account, catalog, id, partner_id, title, customer, country, industry, stage, review_status,
       opportunity_type, target_close, amount, currency, next_steps, closed_lost_reason, owner, engagement_score, involvement,
       aws_stage, modified_at, gone_at, synced_at, search)
     VALUES (?, ?, ?, '', 'Deal', 'Customer', 'US', 'Other', ?, ?, '', ?, ?, ?, '', ?, '', '', '', '', ?, ?, ?, 'deal')`,
    account,
    catalog,
    `O${String(count).padStart(8, '0')}`,
    stage,
    review,
    close,
    amount,
    currency,
    reason,
    NOW,
    gone,
    NOW,
  );
}

function addInvitation(id: string, status: string, expires: string, catalog = 'AWS'): void {
  database.run(
    `INSERT INTO invitations (account, catalog, id, engagement_id, status, title, customer, country, industry, sender, invited_at,
       expires_at, synced_at, search) VALUES ('acme', ?, ?, 'eng-1', ?, 'Referral', 'Customer', 'US', 'Other', 'AWS', ?, ?, ?, '')`,
    catalog,
    id,
    status,
    NOW,
    expires,
    NOW,
  );
}

const figures = (account: string | null, catalog: 'AWS' | 'Sandbox' | null = null): Promise<CoSellDashboard> =>
  dashboards.handlers['dashboards.coSell']({ account, catalog }, { signal });

/** How many the list shows under the filter that a number leads to. */
function listed(filter: object): number {
  return listOpportunities(
    database,
    [{ account: 'acme', catalog: 'AWS' }],
    opportunityFilterSchema.parse({ account: 'acme', ...filter }),
    { page: 1, pageSize: 1, sortBy: 'id', direction: 'ascending' },
  ).total;
}

const OPEN = ['Prospect', 'Qualified', 'Technical Validation', 'Business Validation', 'Committed'];

describe('the figures of the pipeline', () => {
  it('add amounts exactly by stage and currency, and leave out what is closed or gone', async () => {
    for (const amount of ['0.1', '0.2', '99999999.99999999']) addOpportunity({ amount });
    addOpportunity({ currency: 'EUR', amount: '7' });
    addOpportunity({ amount: null, currency: null });
    addOpportunity({ stage: 'Committed', amount: '5.50' });
    addOpportunity({ stage: 'Launched' });
    addOpportunity({ stage: 'Closed Lost', reason: 'Price' });
    addOpportunity({ gone: NOW });
    const { stages } = await figures('acme');
    expect(stages).toEqual([
      { stage: 'Prospect', currency: null, amount: '0', count: 1 },
      { stage: 'Prospect', currency: 'EUR', amount: '7', count: 1 },
      { stage: 'Prospect', currency: 'USD', amount: '100000000.29999999', count: 3 },
      { stage: 'Committed', currency: 'USD', amount: '5.5', count: 1 },
    ]);
  });

  it('lead to lists that hold exactly what was counted', async () => {
    const closes = ['2026-10-31', '2026-11-01', '2026-11-20', '2026-12-31', '2027-10-31', '2027-11-01', null];
    for (const [index, close] of closes.entries()) {
      for (const stage of ['Prospect', 'Committed', 'Launched', 'Closed Lost']) {
        addOpportunity({
          stage,
          close,
          currency: index % 2 ? 'EUR' : 'USD',
          reason: stage === 'Closed Lost' ? 'Price' : '',
        });
        addOpportunity({ stage, close, amount: null, currency: null, review: 'Action Required' });
      }
    }
    const { stages, months, launched, lost, attention } = await figures('acme');
    for (const { stage, currency, count: n } of stages)
      expect(listed({ stages: [stage], currencies: [currency ?? NOT_NAMED] })).toBe(n);
    for (const { period, from, to, currency, count: n } of months) {
      const range = { closeFrom: from, closeTo: to, withoutClose: period === 'none' };
      expect(listed({ stages: OPEN, currencies: [currency ?? NOT_NAMED], ...range }), `${period} ${from}`).toBe(n);
    }
    expect(months.map(({ period, month }) => month ?? period)).toEqual(
      [
        'overdue',
        'overdue',
        '2026-11',
        '2026-11',
        '2026-11',
        '2026-12',
        '2026-12',
        '2027-10',
        '2027-10',
        'later',
        'later',
      ].concat(['none', 'none']),
    );
    expect(months.reduce((sum, { count: n }) => sum + n, 0)).toBe(listed({ stages: OPEN }));
    for (const { from, to, currency, count: n } of launched) {
      const range = { closeFrom: from, closeTo: to };
      expect(listed({ stages: ['Launched'], currencies: [currency ?? NOT_NAMED], ...range })).toBe(n);
    }
    expect(launched[0]?.month).toBe('2026-10');
    for (const { reason, count: n } of lost)
      expect(listed({ stages: ['Closed Lost'], lostReasons: [reason || NOT_NAMED] })).toBe(n);
    expect(lost.map(({ reason }) => reason).sort()).toEqual(['', 'Price']);
    const of = (kind: string) => attention.find((each) => each.kind === kind)?.count;
    expect(of('action-required')).toBe(listed({ reviewStatuses: ['Action Required'] }));
    expect(of('overdue')).toBe(listed({ stages: OPEN, closeTo: '2026-11-20' }));
    expect(of('pending-submission')).toBeUndefined();
    expect(listed({ currencies: ['USD', NOT_NAMED] })).toBe(listed({}) - listed({ currencies: ['EUR'] }));
  });

  it('keep the two catalogs apart, and leave out accounts that do not co-sell', async () => {
    addOpportunity({ amount: '1' });
    addOpportunity({ account: 'other', amount: '2' });
    addOpportunity({ account: 'acme', catalog: 'Sandbox', amount: '4' });
    addOpportunity({ account: 'trial', catalog: 'Sandbox', amount: '8' });
    addOpportunity({ account: 'seller', amount: '16' });
    const amounts = async (...scope: Parameters<typeof figures>) =>
      (await figures(...scope)).stages.map(({ amount }) => amount);
    expect(await amounts('acme')).toEqual(['1']);
    expect(await amounts(null)).toEqual(['3']);
    expect(await amounts(null, 'Sandbox')).toEqual(['8']);
    expect(await amounts('trial', 'AWS')).toEqual(['8']);
    expect(await figures(null)).toMatchObject({ catalog: 'AWS', catalogs: ['AWS', 'Sandbox'] });
    await expect(figures('nobody')).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  it('name the invitations that wait, the nearest deadline first', async () => {
    addInvitation('engi-late', 'PENDING', '2026-11-30T12:00:00.000Z');
    addInvitation('engi-soon', 'PENDING', '2026-11-22T11:00:00.000Z');
    addInvitation('engi-done', 'ACCEPTED', '2026-11-22T12:00:00.000Z');
    addInvitation('engi-trial', 'PENDING', '2026-11-22T12:00:00.000Z', 'Sandbox');
    const { invitations, attention } = await figures('acme');
    expect(invitations.soonest.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['engi-soon', 0],
      ['engi-late', 9],
    ]);
    expect(attention).toContainEqual({ kind: 'invitations', count: 2 });
    const places = [{ account: 'acme', catalog: 'AWS' as const }];
    const filter = invitationFilterSchema.parse({ account: 'acme', statuses: ['PENDING'] });
    const paged = { page: 1, pageSize: 1, sortBy: 'expiresAt', direction: 'ascending' } as const;
    expect(listInvitations(database, { places, filter, now: Date.parse(NOW) }, paged).total).toBe(invitations.total);
  });

  it('are saved with the words of the person, and no formula', async () => {
    addOpportunity({ amount: '1234.5' });
    addOpportunity({ stage: 'Closed Lost', reason: '=Evil' });
    const csv = async (widget: 'months' | 'lost') =>
      (
        await dashboards.handlers['dashboards.coSellCsv'](
          { account: null, catalog: null, widget, headings: { 'column.month': 'Monat' } },
          { signal },
        )
      ).text;
    expect(await csv('months')).toMatch(/Monat,currency,amount,count\r?\n2026-12,USD,[="]*1234\.5["]*,/);
    expect(await csv('lost')).toContain("'=Evil");
  });

  it('open no row of 20,000, and hold nothing up', async () => {
    database.transaction(() => {
      for (let index = 0; index < 20_000; index += 1)
        addOpportunity({ stage: OPEN[index % 5] ?? '', close: `2027-0${(index % 9) + 1}-10`, amount: '12.34' });
    });
    const plans: string[] = [];
    const asked: Database = {
      ...database,
      all: (sql, ...values) => {
        for (const { detail } of database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values))
          plans.push(detail);
        return database.all(sql, ...values);
      },
    };
    const { sumPipeline, countLost, countWaiting } = await import('../../../../src/main/dashboards/co-sell.ts');
    for (const places of [
      [{ account: 'acme', catalog: 'AWS' as const }],
      [
        { account: 'acme', catalog: 'AWS' as const },
        { account: 'other', catalog: 'AWS' as const },
      ],
    ]) {
      const scope = { database: asked, places, today: '2026-11-21' };
      const { stages } = await sumPipeline(scope, signal);
      expect(stages.map(({ amount }) => amount)).toEqual(Array(5).fill('49360'));
      countLost(scope);
      countWaiting(scope);
    }
    const onTable = plans.filter((detail) => detail.includes('opportunities'));
    expect(onTable.length).toBeGreaterThan(10);
    for (const detail of onTable) expect(detail).toContain('COVERING INDEX opportunities_pipeline');
  });
});
