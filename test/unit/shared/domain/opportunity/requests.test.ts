import { describe, expect, it } from 'vitest';
import { compileBody, compileCreate, compileUpdate } from '../../../../../src/shared/domain/opportunity/compile.ts';
import { createOpportunityDraft, type OpportunityDraft } from '../../../../../src/shared/domain/opportunity/draft.ts';
import { fixOpportunity, lintOpportunity } from '../../../../../src/shared/domain/opportunity/lint/index.ts';
import { parseBody, parseOpportunity } from '../../../../../src/shared/domain/opportunity/parse.ts';
import { PICKLISTS, toKnownValue } from '../../../../../src/shared/domain/opportunity/picklists.ts';
import { COUNTRIES, hasPostalCodes } from '../../../../../src/shared/domain/opportunity/places.ts';
import { setAt } from '../../../../../src/shared/domain/opportunity/record.ts';
import { CONTEXT } from '../../../../support/opportunity-breakers.ts';
import { COMPLETE, heldAs, pick } from '../../../../support/opportunity-drafts.ts';

const ACCOUNT = 'customer.account';
const withValues = (values: Readonly<Record<string, unknown>>, from: OpportunityDraft = COMPLETE) =>
  Object.entries(values).reduce<OpportunityDraft>((draft, [path, value]) => setAt(draft, path, value), from);
const rulesOf = (draft: OpportunityDraft) => lintOpportunity(draft, CONTEXT).map(({ ruleId }) => ruleId);

describe('what is sent of an opportunity', () => {
  it('holds the other industry beside Other, so that AWS does not keep it as a draft for want of it', () => {
    const draft = withValues({ [`${ACCOUNT}.industry`]: 'Other', [`${ACCOUNT}.otherIndustry`]: 'Beekeeping' });
    expect(compileCreate(draft, 'AWS')).toMatchObject({
      Customer: { Account: { Industry: 'Other', OtherIndustry: 'Beekeeping' } },
    });
    expect(rulesOf(withValues({ [`${ACCOUNT}.industry`]: 'Other' }))).toContain('other-industry-missing');
  });

  it.each(['123456789012345678.99', '9007199254740993', '0.10'])('says the amount %s in plain digits', (amount) => {
    const values = {
      'project.expectedCustomerSpend.0.amount': amount,
      'softwareRevenue.value': { amount, currencyCode: 'USD' },
    };
    const sent = JSON.parse(JSON.stringify(compileBody(pick(withValues(values))))) as Record<string, unknown>;
    expect(sent).toMatchObject({
      Project: { ExpectedCustomerSpend: [{ Amount: amount }] },
      SoftwareRevenue: { Value: { Amount: amount } },
    });
    expect(rulesOf(withValues({ 'project.expectedCustomerSpend.0.amount': '1.2E+11' }))).toContain('amount-form');
  });

  it('holds the DUNS number and the customer’s AWS account as text, leading zeros and all', () => {
    const values = { [`${ACCOUNT}.duns`]: '001110011', [`${ACCOUNT}.awsAccountId`]: '000012345678' };
    expect(compileCreate(withValues(values), 'AWS')).toMatchObject({
      Customer: { Account: { Duns: '001110011', AwsAccountId: '000012345678' } },
    });
  });

  it.each(PICKLISTS.yesNo)('says exactly the answer %s about national security that was chosen', (answer) => {
    expect(compileBody(pick(withValues({ nationalSecurity: answer })))['NationalSecurity']).toBe(answer);
    const held = parseOpportunity({ ...compileBody(pick(COMPLETE)), Id: 'O1', NationalSecurity: answer }, null);
    expect(held.nationalSecurity).toBe(answer);
  });

  it('names the owner at creation; a person is checked and sent only once more than a title is known', () => {
    expect(compileCreate(COMPLETE, 'AWS')).toMatchObject({
      OpportunityTeam: [{ Email: 'sam@partner.example', BusinessTitle: 'OpportunityOwner' }],
    });
    const titleAlone = { email: '', firstName: '', lastName: '', phone: '', businessTitle: 'OpportunityOwner' };
    const untouched = withValues({ opportunityTeam: [titleAlone] });
    expect(compileCreate(untouched, 'AWS')).not.toHaveProperty('OpportunityTeam');
    expect(rulesOf(untouched)).toEqual([]);
    for (const given of [{ firstName: 'Sam' }, { lastName: 'Ito' }, { phone: '+14155550100' }]) {
      expect(rulesOf(withValues({ opportunityTeam: [{ ...titleAlone, ...given }] }))).toContain('email-missing');
    }
  });

  it('never holds a long dash or an s too many from older lists: it is told at the field and mended at once', () => {
    const record = {
      ...compileBody(pick(COMPLETE)),
      Id: 'O1',
      LastModifiedDate: '2026-11-20T10:00:00Z',
      LifeCycle: {
        Stage: 'Closed Lost',
        ClosedLostReason: 'Lost to Competitor – Google',
        TargetCloseDate: '2027-03-31',
        ReviewStatus: 'Approved',
      },
    };
    const held = parseOpportunity(record, null);
    const draft = withValues({ 'project.salesActivities': ['Finalized Deployment Needs'] }, held);
    const found = lintOpportunity(draft, CONTEXT).filter(({ ruleId }) => ruleId === 'unknown-value');
    expect(found.map(({ path, severity }) => [path, severity])).toEqual([
      ['project.salesActivities', 'error'],
      ['lifeCycle.closedLostReason', 'error'],
    ]);
    const mended = found.reduce((before, finding) => fixOpportunity(before, finding), draft);
    expect(compileUpdate(mended, 'AWS')).toMatchObject({
      LifeCycle: { ClosedLostReason: 'Lost to Competitor - Google' },
      Project: { SalesActivities: ['Finalized Deployment Need'] },
    });
    const dashed = PICKLISTS.closedLostReason.filter((value) => value.includes('-'));
    expect(dashed.length).toBeGreaterThan(0);
    for (const dash of ['–', '—', '−', '‑']) {
      for (const value of dashed) expect(toKnownValue('closedLostReason', value.replace('-', dash))).toBe(value);
    }
  });

  it('leaves a date the day that was typed', () => {
    const body = parseBody(compileBody(pick(withValues({ 'lifeCycle.targetCloseDate': '2027-01-01' }))));
    expect(body.lifeCycle.targetCloseDate).toBe('2027-01-01');
  });

  it('loses no member of an approved opportunity when one field is changed', () => {
    const held = heldAs('Approved');
    const { LifeCycle: before, ...rest } = compileUpdate(held, 'AWS');
    const { LifeCycle: after, ...others } = compileUpdate(withValues({ 'lifeCycle.nextSteps': 'Call' }, held), 'AWS');
    expect(others).toEqual(rest);
    expect(after).toEqual({ ...(before as object), NextSteps: 'Call' });
  });
});

describe('an empty draft', () => {
  it('begins with words that AWS’s lists know, and with nothing that a person would have to take away', () => {
    const unknown = rulesOf(createOpportunityDraft()).filter((rule) => /unknown|idle|form/.test(rule));
    expect(unknown).toEqual([]);
    expect(createOpportunityDraft()).toMatchObject({
      primaryNeedsFromAws: [],
      associations: [],
      project: { otherSolutionDescription: '' },
    });
  });
});

describe('postal codes', () => {
  it.each(['AE', 'HK', 'BQ'])('are never asked for in %s, which has none', (countryCode) => {
    const draft = withValues({
      [`${ACCOUNT}.address.countryCode`]: countryCode,
      [`${ACCOUNT}.address.postalCode`]: '',
    });
    expect(rulesOf(draft).filter((rule) => rule.startsWith('postal'))).toEqual([]);
  });

  it('are asked for to share in the United States alone', () => {
    const blocking = COUNTRIES.filter((countryCode) => {
      const values = { [`${ACCOUNT}.address.countryCode`]: countryCode, [`${ACCOUNT}.address.postalCode`]: '' };
      return lintOpportunity(withValues(values), CONTEXT).some(
        ({ ruleId, severity }) => ruleId.startsWith('postal') && severity === 'error',
      );
    });
    expect(blocking).toEqual(['US']);
    expect(COUNTRIES.filter((country) => !hasPostalCodes(country))).toHaveLength(59);
  });
});
