/** Invites another partner: to the deal that the engagement is about, or to its lead. AWS asks for what the invitation is to say once more. */
import {
  CreateEngagementInvitationCommand,
  type CreateEngagementInvitationRequest,
} from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import { sendForWire } from '../../aws/wire.ts';
import { at, textAt, type Json } from '../../opportunities/readings.ts';
import { getEngagement, listSent } from '../reader.ts';
import { leadOf, listOf } from '../readings.ts';
import type { DeedKind } from './deed-kind.ts';

type Invite = DeedOf<'engagement-invite'>;

export const engagementInvite: DeedKind<Invite> = {
  operation: 'CreateEngagementInvitation',
  request: (deed, { place, engagement }) => ({
    Catalog: place.catalog,
    EngagementIdentifier: deed.engagementId,
    Invitation: {
      Message: deed.message,
      Receiver: {
        Account: { ...(deed.alias === '' ? {} : { Alias: deed.alias }), AwsAccountId: deed.receiverId },
      },
      Payload: toPayload(deed, engagement(deed.engagementId)),
    },
  }),
  async admit({ engagementId }, reading) {
    const document = await getEngagement(reading, engagementId);
    const sent = await listSent(reading, engagementId);
    return {
      title: textAt(document, 'Title') || engagementId,
      entityType: 'Engagement',
      entityId: engagementId,
      before: sent,
      earlier: sent.map((invitation) => textAt(invitation, 'Id')),
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new CreateEngagementInvitationCommand({
      ...(request as unknown as CreateEngagementInvitationRequest),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'Id'), after };
  },
  async look({ payload: { request, earlier } }, reading) {
    const sent = await listSent(reading, textAt(request, 'EngagementIdentifier'));
    const receiver = textAt(request, 'Invitation', 'Receiver', 'Account', 'AwsAccountId');
    const mine = sent.find(
      (invitation) =>
        !earlier.includes(textAt(invitation, 'Id')) &&
        textAt(invitation, 'Receiver', 'Account', 'AwsAccountId') === receiver,
    );
    return mine ? { resultId: textAt(mine, 'Id'), after: mine } : null;
  },
};

function toPayload(deed: Invite, document: Json | null): Json {
  const projects = listOf(document, 'Contexts').filter((context) => textAt(context, 'Type') === 'CustomerProject');
  const project = at(projects.at(-1), 'Payload', 'CustomerProject');
  if (project !== undefined) return { OpportunityInvitation: toDeal(deed, project) };
  const lead = leadOf(document)?.lead;
  if (lead === undefined) fail('engagement-without-project');
  return { LeadInvitation: toLead(lead) };
}

function toDeal({ responsibilities, sender }: Invite, project: unknown): Json {
  const { email, firstName, lastName, businessTitle } = sender;
  const contact = { Email: email, FirstName: firstName, LastName: lastName, BusinessTitle: businessTitle };
  return {
    ...(email === '' ? {} : { SenderContacts: [filled(contact)] }),
    ReceiverResponsibilities: responsibilities,
    Customer: at(project, 'Customer'),
    // AWS wants the list and takes an empty one: what the deal is worth stands in each partner's own opportunity.
    Project: { ...(at(project, 'Project') as Json | undefined), ExpectedCustomerSpend: [] },
  };
}

/** Without the contact's name: AWS shows it once the invitation was accepted. */
function toLead(lead: unknown): Json {
  const customer = (name: string) => textAt(lead, 'Customer', name);
  const last = listOf(lead, 'Interactions').at(-1);
  return {
    Customer: filled({
      CompanyName: customer('CompanyName'),
      Industry: customer('Industry'),
      WebsiteUrl: customer('WebsiteUrl'),
      CountryCode: textAt(lead, 'Customer', 'Address', 'CountryCode'),
      AwsMaturity: customer('AwsMaturity'),
      MarketSegment: customer('MarketSegment'),
    }),
    Interaction: filled({
      SourceType: textAt(last, 'SourceType'),
      SourceId: textAt(last, 'SourceId'),
      SourceName: textAt(last, 'SourceName'),
      Usecase: textAt(last, 'Usecase'),
      ContactBusinessTitle: textAt(last, 'Contact', 'BusinessTitle'),
    }),
  };
}

function filled(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ''));
}
