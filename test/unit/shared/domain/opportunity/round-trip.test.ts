import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBody, compileCreate, compileUpdate } from '../../../../../src/shared/domain/opportunity/compile.ts';
import { createOpportunityDraft, emptyBody } from '../../../../../src/shared/domain/opportunity/draft.ts';
import { parseAssociations, parseBody, parseOpportunity } from '../../../../../src/shared/domain/opportunity/parse.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../../support/aws-samples.ts';
import { anyBody, COMPLETE, heldAs } from '../../../../support/opportunity-drafts.ts';

describe('the body of an opportunity', () => {
  it('comes back as it was sent, whatever it holds', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(parseBody(compileBody(body))).toEqual(body);
      }),
      { numRuns: 300 },
    );
  });

  it('is sent again as AWS returned it, with all that this version does not know', () => {
    const record = {
      Catalog: 'AWS',
      Id: 'O1',
      Arn: 'arn:aws:partnercentral:us-east-1:111122223333:catalog/AWS/opportunity/O1',
      CreatedDate: '2026-01-01T00:00:00Z',
      LastModifiedDate: new Date('2026-11-20T10:00:00.123Z'),
      RelatedEntityIdentifiers: { Solutions: ['S-1'], AwsProducts: [] },
      OpportunityTeam: [{ Email: 'a@b.example' }],
      Project: {
        Title: 'T',
        SomethingNew: { Deep: true },
        ExpectedContractDuration: { Term: 'Months', Value: '36' },
        ExpectedCustomerSpend: [{ Amount: '1', CurrencyCode: 'USD', Kind: 'new' }],
      },
      LifeCycle: { NextStepsHistory: [{ Value: 'Called', Time: new Date('2026-11-01T00:00:00Z') }] },
      NewBlock: ['x'],
    };
    const draft = parseOpportunity(record, { origin: 'AWS Referral', involvement: null, visibility: null });
    expect(draft.target).toMatchObject({ opportunityId: 'O1', origin: 'AWS Referral' });
    expect(draft.associations).toEqual([{ type: 'Solutions', id: 'S-1', name: '' }]);
    expect(compileUpdate(draft, 'AWS')).toEqual({
      Catalog: 'AWS',
      Identifier: 'O1',
      LastModifiedDate: '2026-11-20T10:00:00.123Z',
      Project: record.Project,
      LifeCycle: { NextStepsHistory: [{ Value: 'Called', Time: '2026-11-01T00:00:00.000Z' }] },
      NewBlock: ['x'],
    });
  });

  it('says null for a contract duration that was taken away, and nothing for one that never was', () => {
    const held = heldAs('Approved');
    const project = { ...held.project, expectedContractDuration: '12' };
    const base = { ...held.target!.base, project };
    const had = { ...held, target: { ...held.target!, base } };
    expect(compileUpdate(had, 'AWS')['Project']).toMatchObject({ ExpectedContractDuration: null });
    expect(compileUpdate(held, 'AWS')['Project']).not.toHaveProperty('ExpectedContractDuration');
    expect(compileUpdate({ ...had, project }, 'AWS')['Project']).toMatchObject({
      ExpectedContractDuration: { Term: 'Months', Value: '12' },
    });
  });

  it('is nothing where nothing is there', () => {
    expect(parseBody(null)).toEqual(emptyBody());
    expect(parseAssociations(undefined)).toEqual([]);
  });
});

describe('the request that creates an opportunity', () => {
  it('says where the opportunity comes from and who works on it', () => {
    const request = compileCreate(COMPLETE, 'Sandbox');
    expect(request).toMatchObject({
      Catalog: 'Sandbox',
      Origin: 'Partner Referral',
      Marketing: { Source: 'None' },
      OpportunityTeam: [{ Email: 'sam@partner.example', BusinessTitle: 'OpportunityOwner' }],
    });
    expect(JSON.stringify(request)).not.toContain('""');
    expect(request).not.toHaveProperty('Associations');
    expect(request).not.toHaveProperty('SoftwareRevenue');
  });

  it('names nobody of whom only a title is known', () => {
    const title = { email: '', firstName: '', lastName: '', phone: '', businessTitle: 'OpportunityOwner' };
    expect(compileCreate({ ...createOpportunityDraft(), opportunityTeam: [title] }, 'AWS')).not.toHaveProperty(
      'OpportunityTeam',
    );
  });
});

/** The SDK leaves members out that are null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  );
}

describe.skipIf(samplesFolder === null)(`requests that AWS published (${NO_SAMPLES})`, () => {
  const read = (name: string) => readSample(`ace-s3-samples/api/${name}.json`) as Record<string, unknown>;

  it.each([
    'createOpportunity.aws-referral',
    'createOpportunity.partner-referral',
    'bulkCreate.opportunity_1',
    'bulkCreate.opportunity_2',
  ])('%s is made again from the draft that it makes', (name) => {
    const { ClientToken: _token, Origin: _origin, Catalog, ...sample } = read(name);
    const draft = { ...parseOpportunity(sample, null), target: null };
    const { Origin, ...request } = compileCreate(draft, Catalog as 'AWS');
    expect(Origin).toBe('Partner Referral');
    expect(request).toEqual({ Catalog, ...(withoutNulls(sample) as object) });
  });

  it.each([
    'updateOpportunity.approved-stage-change',
    'updateOpportunity.simulate-approval',
    'updateOpportunity.technical-validation',
    'bulkUpdate.opportunity_1',
    'bulkUpdate.opportunity_2',
  ])('%s is made again from the draft that it makes', (name) => {
    const { Identifier, Catalog, ...sample } = read(name);
    const draft = parseOpportunity({ ...sample, Id: Identifier }, null);
    const request = compileUpdate(draft, Catalog as 'AWS');
    expect(request).toEqual({ Catalog, Identifier, ...(withoutNulls(sample) as object) });
  });
});
