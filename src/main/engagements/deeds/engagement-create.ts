/** Makes an engagement of one's own, with a customer's project or to add one later. */
import { CreateEngagementCommand, type CreateEngagementRequest } from '@aws-sdk/client-partnercentral-selling';
import type { CustomerProject, DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { sendForWire } from '../../aws/wire.ts';
import { at, textAt, type Json } from '../../opportunities/readings.ts';
import { getEngagement, listPages } from '../reader.ts';
import { isSince, type DeedKind, type DeedReading, type DeedRow } from './deed-kind.ts';

export const engagementCreate: DeedKind<DeedOf<'engagement-create'>> = {
  operation: 'CreateEngagement',
  request: ({ title, description, project }, { place }) => ({
    Catalog: place.catalog,
    Title: title,
    ...(description === '' ? {} : { Description: description }),
    ...(project === null ? {} : { Contexts: [{ Type: 'CustomerProject', Payload: toPayload(project) }] }),
  }),
  async admit({ title }, reading) {
    const same = await titled(reading, title);
    return {
      title,
      entityType: 'Engagement',
      entityId: null,
      before: null,
      earlier: same.map((entry) => textAt(entry, 'Id')),
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new CreateEngagementCommand({
      ...(request as unknown as CreateEngagementRequest),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'Id'), entityId: textAt(after, 'Id'), after };
  },
  async look(row, reading) {
    const id = row.resultId ?? (await find(row, reading));
    return id === null ? null : { resultId: id, entityId: id, after: await getEngagement(reading, id) };
  },
};

/** The newest page holds it: AWS sorts by creation. */
async function titled(reading: DeedReading, title: string): Promise<unknown[]> {
  for await (const entries of listPages(reading)) return entries.filter((entry) => textAt(entry, 'Title') === title);
  return [];
}

async function find(row: DeedRow, reading: DeedReading): Promise<string | null> {
  const same = await titled(reading, textAt(row.payload.request, 'Title'));
  const mine = same.find(
    (entry) =>
      !row.payload.earlier.includes(textAt(entry, 'Id')) &&
      textAt(entry, 'CreatedBy') === row.awsAccountId &&
      isSince(row, at(entry, 'CreatedAt')),
  );
  return textAt(mine, 'Id') || null;
}

export function toPayload(project: CustomerProject): Json {
  return {
    CustomerProject: {
      Customer: {
        CompanyName: project.companyName,
        Industry: project.industry,
        WebsiteUrl: project.website,
        CountryCode: project.country,
      },
      Project: {
        Title: project.title,
        BusinessProblem: project.businessProblem,
        TargetCompletionDate: project.targetDate,
      },
    },
  };
}
