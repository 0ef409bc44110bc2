import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { opportunitySchemaJson } from '../../../../src/main/opportunities/files.ts';
import { bodyOf } from '../../../../src/shared/domain/opportunity/draft.ts';
import {
  fromOpportunityFile,
  opportunityFileSchema,
  toOpportunityFile,
} from '../../../../src/shared/domain/opportunity/file.ts';
import { setAt } from '../../../../src/shared/domain/opportunity/record.ts';
import { COMPLETE, heldAs } from '../../../support/opportunity-drafts.ts';

it('a draft comes back from its file as it was', () => {
  const file = opportunityFileSchema.parse(toOpportunityFile(COMPLETE));
  expect(file.changes).toBeUndefined();
  const back = fromOpportunityFile(file, null);
  expect(bodyOf(back)).toEqual(bodyOf(COMPLETE));
  expect([back.associations, back.sharing, back.opportunityTeam]).toEqual([
    COMPLETE.associations,
    COMPLETE.sharing,
    COMPLETE.opportunityTeam,
  ]);
});

it('upon what AWS holds a file changes what it names alone, and loses nothing that this version does not know', () => {
  const carried = { 'Project.Novelty': 'kept' };
  const held = setAt(heldAs('Approved'), 'carried', carried);
  const spend = { ...held.project.expectedCustomerSpend[0], others: { NewMember: 'kept' } };
  const known = setAt(held, 'project.expectedCustomerSpend', [spend]);
  const file = opportunityFileSchema.parse({
    format: 'offerdeck-opportunity',
    version: 1,
    changes: 'O1234567',
    opportunity: { lifeCycle: { nextSteps: 'Call' }, project: { expectedCustomerSpend: [{ amount: '70' }] } },
  });
  const draft = fromOpportunityFile(file, known);
  expect(draft).toEqual({
    ...known,
    name: draft.name,
    lifeCycle: { ...known.lifeCycle, nextSteps: 'Call' },
    project: {
      ...known.project,
      expectedCustomerSpend: [
        {
          amount: '70',
          currencyCode: 'USD',
          frequency: 'Monthly',
          targetCompany: 'AWS',
          estimationUrl: '',
          others: { NewMember: 'kept' },
        },
      ],
    },
  });
});

it('what AWS writes and what is misspelt is no part of a file', () => {
  const with_ = (opportunity: object) =>
    opportunityFileSchema.safeParse({ format: 'offerdeck-opportunity', version: 1, opportunity }).success;
  expect(with_({ lifeCycle: { reviewStatus: 'Approved' } })).toBe(false);
  expect(with_({ target: null })).toBe(false);
  expect(with_({ project: { titel: 'Misspelt' } })).toBe(false);
  expect(with_({ project: { title: 'Right' } })).toBe(true);
});

it('the published schema is the one that files are read by', () => {
  const published = join(import.meta.dirname, '../../../../docs/schemas/opportunity.schema.json');
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(opportunitySchemaJson()));
});
