/** The request bodies that AWS published, sent as they stand and with their placeholders filled. */
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../support/aws-samples.ts';
import { changed, createSellingStage, type Json, type SellingStage } from '../../../support/selling-stage.ts';

let stage: SellingStage;
beforeEach(() => {
  stage = createSellingStage();
});

const sample = (name: string) => readSample(`ace-s3-samples/api/${name}.json`) as Json;

/** Members that AWS's samples carry although its own rules refuse them. */
const withCompetitor = (body: Json) => changed(body, 'Project.CompetitorName', 'No Competition');

const filled = (body: Json, values: Readonly<Record<string, string>>) =>
  JSON.parse(
    JSON.stringify(body).replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? name.toLowerCase()),
  ) as Json;

async function submittedInSandbox(): Promise<string> {
  const draft = changed(sample('createOpportunity.partner-referral'), 'Catalog', 'Sandbox');
  const { Id } = await stage.ask('CreateOpportunity', draft);
  const related = { OpportunityIdentifier: Id, RelatedEntityType: 'Solutions', RelatedEntityIdentifier: 'S-1234567' };
  await stage.ask('AssociateOpportunity', { Catalog: 'Sandbox', ...related });
  const AwsSubmission = { InvolvementType: 'Co-Sell' };
  const asked = { Catalog: 'Sandbox', Identifier: Id, ClientToken: 'submit', AwsSubmission };
  expect(await stage.ask('StartEngagementFromOpportunityTask', asked)).toMatchObject({ TaskStatus: 'COMPLETE' });
  return String(Id);
}

describe.skipIf(samplesFolder === null)(
  `published samples (${samplesFolder === null ? NO_SAMPLES : 'replayed'})`,
  () => {
    it('createOpportunity.partner-referral is accepted as it stands', async () => {
      expect(await stage.ask('CreateOpportunity', sample('createOpportunity.partner-referral'))).toHaveProperty('Id');
    });

    it('createOpportunity.aws-referral is refused for its competitor and its catalog, and a referral in the Sandbox without', async () => {
      const body = sample('createOpportunity.aws-referral');
      expect(await stage.refusal('CreateOpportunity', body)).toEqual(['project.competitorName INVALID_ENUM_VALUE']);
      expect(await stage.refusal('CreateOpportunity', withCompetitor(body))).toEqual(['origin INVALID_VALUE']);
      await stage.ask('CreateOpportunity', changed(withCompetitor(body), 'Catalog', 'Sandbox'));
      const inbox = { Catalog: 'Sandbox', ParticipantType: 'RECEIVER', Status: ['PENDING'] };
      expect(await stage.ask('ListEngagementInvitations', inbox)).toMatchObject({
        EngagementInvitationSummaries: [{ PayloadType: 'OpportunityInvitation', SenderAwsAccountId: 'aws' }],
      });
    });

    it.each(['bulkCreate.opportunity_1', 'bulkCreate.opportunity_2'])('%s is accepted as it stands', async (name) => {
      const body = changed(withCompetitor(sample(name)), 'LifeCycle.TargetCloseDate', '2049-03-31');
      expect(await stage.refusal('CreateOpportunity', { ClientToken: name, ...body })).toBeNull();
    });

    it('updateOpportunity.simulate-approval moves what was submitted, and technical-validation its stage', async () => {
      const Identifier = await submittedInSandbox();
      const approval = sample('updateOpportunity.simulate-approval');
      const named = async (body: Json) => {
        const got = await stage.get(Identifier, 'Sandbox');
        // The sample names the customer of another sample.
        return {
          ...got,
          ...body,
          Customer: got['Customer'],
          Project: got['Project'],
          SoftwareRevenue: got['SoftwareRevenue'],
          LifeCycle: { ...(body['LifeCycle'] as Json), TargetCloseDate: '2029-10-05' },
          Identifier,
          LastModifiedDate: got['LastModifiedDate'],
        };
      };
      await stage.ask('UpdateOpportunity', await named(approval));
      await stage.ask('UpdateOpportunity', await named(sample('updateOpportunity.technical-validation')));
      expect(await stage.get(Identifier, 'Sandbox')).toMatchObject({
        LifeCycle: { ReviewStatus: 'Approved', Stage: 'Technical Validation' },
      });
    });

    it.each([
      ['updateOpportunity.approved-stage-change', null],
      ['bulkUpdate.opportunity_1', 'project.competitorName INVALID_ENUM_VALUE'],
      ['bulkUpdate.opportunity_2', 'project.competitorName INVALID_ENUM_VALUE'],
    ])('%s fits the format, but for what the model no longer has', async (name, issue) => {
      const body = sample(name);
      if (issue !== null) expect(await stage.refusal('UpdateOpportunity', body)).toEqual([issue]);
      // Nobody has this opportunity here: what is asked for is read before it is looked for.
      expect(await stage.refusal('UpdateOpportunity', withCompetitor(body))).toBe('ResourceNotFoundException');
    });

    it('the samples of leads go their whole way', async () => {
      const values = { CATALOG: 'AWS', ENGAGEMENT_TITLE: 'Acme', RECEIVING_AWS_ACCOUNT_ID: '012345678901' };
      const made = await stage.ask(
        'CreateEngagement',
        filled(sample('lead.createEngagementLead'), { ...values, CLIENT_TOKEN: 'a' }),
      );
      const ENGAGEMENT_ID = String(made['Id']);
      const invited = filled(sample('lead.createEngagementInvitationLead'), {
        ...values,
        CLIENT_TOKEN: 'b',
        ENGAGEMENT_ID,
      });
      const { Id } = await stage.ask('CreateEngagementInvitation', invited);
      await stage.ask('AcceptEngagementInvitation', { Identifier: Id }, '012345678901');
      const update = filled(sample('lead.updateEngagementContext'), {
        ...values,
        ENGAGEMENT_ID,
        ENGAGEMENT_LAST_MODIFIED_AT: String(made['ModifiedAt']),
        COMPANY_NAME: 'Acme Corp',
        COUNTRY_CODE: 'US',
        INTERACTION_DATE: '2026-11-20T10:00:00Z',
      });
      await stage.ask('UpdateEngagementContext', update, '012345678901');
      const lead = { Identifier: ENGAGEMENT_ID, ContextIdentifier: '1', ClientToken: 'c' };
      const task = await stage.ask('StartOpportunityFromEngagementTask', lead, '012345678901');
      expect(task).toMatchObject({ TaskStatus: 'COMPLETE' });
      const got = await stage.ask('GetOpportunity', { Identifier: task['OpportunityId'] }, '012345678901');
      const body = changed(sample('lead.update_opportunity_from_lead'), 'LifeCycle.TargetCloseDate', '2049-05-19');
      const asked = { ...body, Catalog: 'AWS', Identifier: got['Id'], LastModifiedDate: got['LastModifiedDate'] };
      expect(await stage.refusal('UpdateOpportunity', asked, '012345678901')).toBeNull();
      // As published, the instant has a blank in place of the T.
      expect(await stage.refusal('UpdateOpportunity', body)).toBe('SerializationException');
    });
  },
);
