import { expect, it } from 'vitest';
import { findKnown, keyOlderRows } from '../../../src/main/opportunities/known.ts';
import { openDatabase } from '../../../src/main/storage/open.ts';
import { syncToEnd } from '../../support/practice-world.ts';
import { openOpportunityStage, PARTNER } from '../../support/opportunity-stage.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const ACCOUNT = 'customer.account';

it('a deal that is there already is named before it is made a second time, by its company or its site', async () => {
  const { core, account, world, complete, put, write } = await openOpportunityStage();
  const { opportunityId } = await put(complete({ [`${ACCOUNT}.companyName`]: 'The Tidewater Freight Co., Ltd.' }));
  await syncToEnd(core, 'opportunities', { account });
  const possible = async (changes: Readonly<Record<string, unknown>>) => {
    const id = await write(complete({ 'lifeCycle.nextSteps': 'Another', ...changes }));
    const { findings } = await core.call('opportunities.drafts.check', { id });
    return findings.filter(({ ruleId }) => ruleId === 'possible-duplicate').map(({ params }) => params['id']);
  };
  world.simulator.control.clearRequests();
  const elsewhere = { [`${ACCOUNT}.websiteUrl`]: 'tidewater.example' };
  // Neither begins with the same word as what AWS holds.
  expect(await possible({ [`${ACCOUNT}.companyName`]: 'TIDEWATER FREIGHT', ...elsewhere })).toEqual([opportunityId]);
  expect(await possible({ [`${ACCOUNT}.companyName`]: 'Quite Another Name' })).toEqual([opportunityId]);
  expect(await possible({ [`${ACCOUNT}.companyName`]: 'Quite Another Name', ...elsewhere })).toEqual([]);
  // The copy answers, not AWS.
  expect(world.operations(PARTNER)).toEqual([]);
});

it('customers of a copy from before are keyed piece by piece, and found by an index', () => {
  const { database } = openDatabase(makeTempFolder(), 0);
  database.run(`INSERT INTO accounts (key, position, prefix, settings, created_at) VALUES ('acme', 0, 'ac', '{}', '')`);
  for (let index = 0; index < 250; index += 1) {
    database.run(
      `INSERT INTO opportunities (account, catalog, id, partner_id, customer, country, industry, stage, review_status, opportunity_type,
         next_steps, closed_lost_reason, owner, engagement_score, involvement, aws_stage, modified_at, synced_at, search)
       VALUES ('acme', 'AWS', ?, '', ?, '', '', '', '', '', '', '', '', '', '', '', ?, '', '')`,
      `O${index}`,
      index === 240 ? 'Older Company, Inc.' : `Company ${index}`,
      `2026-01-01T00:00:00.${String(index).padStart(3, '0')}Z`,
    );
  }
  const place = { account: 'acme', catalog: 'AWS' } as const;
  const older = () => findKnown(database, place, { companyName: 'Older', websiteUrl: '' }).map(({ id }) => id);
  const left = () =>
    database.get<{ n: number }>('SELECT count(*) AS n FROM opportunities WHERE company_key IS NULL')?.n ?? -1;
  expect(older()).toEqual([]);
  keyOlderRows(database);
  expect(left()).toBe(50);
  keyOlderRows(database);
  keyOlderRows(database);
  expect(left()).toBe(0);
  expect(older()).toEqual(['O240']);
  const plan = database.all<{ detail: string }>(
    `EXPLAIN QUERY PLAN SELECT id FROM opportunities o WHERE o.account = 'a' AND o.catalog = 'AWS' AND o.company_key = 'b' AND o.gone_at IS NULL
     ORDER BY o.modified_at DESC LIMIT 200`,
  );
  expect(plan.map(({ detail }) => detail).join(' ')).toMatch(/USING INDEX opportunities_by_company/);
  expect(plan.map(({ detail }) => detail).join(' ')).not.toContain('TEMP B-TREE');
  database.close();
});
