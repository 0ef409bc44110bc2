/** Adds a customer's project to an engagement. */
import {
  CreateEngagementContextCommand,
  type CreateEngagementContextRequest,
} from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { sendForWire } from '../../aws/wire.ts';
import { at, textAt } from '../../opportunities/readings.ts';
import { getEngagement } from '../reader.ts';
import { listOf } from '../readings.ts';
import type { DeedKind } from './deed-kind.ts';
import { toPayload } from './engagement-create.ts';

export const contextCreate: DeedKind<DeedOf<'context-create'>> = {
  operation: 'CreateEngagementContext',
  request: ({ engagementId, project }, { place }) => ({
    Catalog: place.catalog,
    EngagementIdentifier: engagementId,
    Type: 'CustomerProject',
    Payload: toPayload(project),
  }),
  async admit({ engagementId }, reading) {
    const document = await getEngagement(reading, engagementId);
    return {
      title: textAt(document, 'Title') || engagementId,
      entityType: 'Engagement',
      entityId: engagementId,
      before: document,
      earlier: listOf(document, 'Contexts').map((context) => textAt(context, 'Id')),
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new CreateEngagementContextCommand({
      ...(request as unknown as CreateEngagementContextRequest),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'ContextId'), after };
  },
  async look({ payload: { request, earlier } }, reading) {
    const document = await getEngagement(reading, textAt(request, 'EngagementIdentifier'));
    const mine = listOf(document, 'Contexts').find(
      (context) =>
        !earlier.includes(textAt(context, 'Id')) &&
        textAt(context, 'Payload', 'CustomerProject', 'Project', 'Title') ===
          textAt(at(request, 'Payload', 'CustomerProject'), 'Project', 'Title'),
    );
    return mine ? { resultId: textAt(mine, 'Id'), after: mine } : null;
  },
};
