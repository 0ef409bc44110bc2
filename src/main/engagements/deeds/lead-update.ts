/** Changes a lead: how far it has got, who the customer is, one more interaction. No token: the engagement's date is the lock. */
import { UpdateEngagementContextCommand } from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import { sendForWire, withWireBody } from '../../aws/wire.ts';
import { at, textAt, type Json } from '../../opportunities/readings.ts';
import { getEngagement } from '../reader.ts';
import { leadOf, listOf } from '../readings.ts';
import type { DeedKind } from './deed-kind.ts';

type Update = DeedOf<'lead-update'>;

export const leadUpdate: DeedKind<Update> = {
  operation: 'UpdateEngagementContext',
  request: (deed, { place, engagement }) => ({
    Catalog: place.catalog,
    EngagementIdentifier: deed.engagementId,
    ContextIdentifier: deed.contextId,
    EngagementLastModifiedAt: deed.modifiedAt,
    Type: 'Lead',
    Payload: { Lead: toLead(deed, leadOf(engagement(deed.engagementId))?.lead) },
  }),
  async admit(deed, reading) {
    const document = await getEngagement(reading, deed.engagementId);
    const current = leadOf(document);
    if (!current) fail('not-found', { params: { name: deed.engagementId } });
    if (textAt(document, 'ModifiedAt') !== deed.modifiedAt) {
      fail('engagement-conflict', { params: { at: textAt(document, 'ModifiedAt') } });
    }
    return {
      title: textAt(document, 'Title') || deed.engagementId,
      entityType: 'Engagement',
      entityId: deed.engagementId,
      before: current.lead,
    };
  },
  async send({ payload: { request } }, reading) {
    // Written out: the SDK would drop members that it does not know, and AWS would empty them.
    const command = withWireBody(new UpdateEngagementContextCommand(request as never), request);
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'ContextId'), after };
  },
  async look({ payload: { request } }, reading) {
    const document = await getEngagement(reading, textAt(request, 'EngagementIdentifier'));
    const context = listOf(document, 'Contexts').find(
      (entry) => textAt(entry, 'Id') === textAt(request, 'ContextIdentifier'),
    );
    const lead = at(context, 'Payload', 'Lead');
    return isAsMeant(lead, at(request, 'Payload', 'Lead')) ? { resultId: textAt(context, 'Id'), after: lead } : null;
  },
};

/** What was typed over what AWS holds: a member that has no field here goes back as it came. */
function toLead({ qualification, customer, interaction }: Update, held: unknown): Json {
  const { Interactions: _interactions, ...rest } = asObject(held);
  return {
    ...rest,
    QualificationStatus: qualification,
    Customer: filled({
      ...asObject(at(held, 'Customer')),
      CompanyName: customer.companyName,
      WebsiteUrl: customer.website,
      AwsMaturity: customer.awsMaturity,
      MarketSegment: customer.marketSegment,
    }),
    ...(interaction === null ? {} : { Interaction: toInteraction(interaction) }),
  };
}

function toInteraction(given: NonNullable<Update['interaction']>): Json {
  return filled({
    SourceType: given.sourceType,
    SourceName: given.sourceName,
    Usecase: given.useCase,
    InteractionDate: `${given.date}T00:00:00.000Z`,
    CustomerAction: given.customerAction,
    BusinessProblem: given.businessProblem,
    Contact: filled({
      FirstName: given.firstName,
      LastName: given.lastName,
      BusinessTitle: given.businessTitle,
      Email: given.email,
      Phone: given.phone,
    }),
  });
}

/** Without what is empty: AWS takes no empty text. */
function filled(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ''));
}

function asObject(value: unknown): Json {
  return value !== null && typeof value === 'object' ? (value as Json) : {};
}

/** Members of the wish as AWS holds them; the new interaction among those that there are. */
function isAsMeant(held: unknown, meant: unknown): boolean {
  const { Interaction, ...rest } = asObject(meant);
  if (!Object.entries(rest).every(([name, value]) => isHeld(at(held, name), value))) return false;
  return Interaction === undefined || listOf(held, 'Interactions').some((entry) => isHeld(entry, Interaction));
}

function isHeld(held: unknown, meant: unknown): boolean {
  if (meant !== null && typeof meant === 'object') {
    return Object.entries(meant as Json).every(([name, value]) => isHeld(at(held, name), value));
  }
  if (held === meant) return true;
  const [one, other] = [Date.parse(String(held)), Date.parse(String(meant))];
  return /^\d{4}-\d\d-\d\dT/.test(String(meant)) && one === other;
}
