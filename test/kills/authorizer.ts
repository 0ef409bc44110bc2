/** A process that publishes one draft of a resale authorization and sees it through, as a person with this app would. */
import { readOrder } from './protocol.ts';
import { call, seeThrough } from './see-through.ts';

const order = readOrder(process.argv[2]);
const { draftId, offerName: name, sellerId } = order;

await seeThrough(order, async (core) => {
  const { document, revision } = await call(core, 'authorizations.drafts.get', { id: draftId });
  const saved =
    document.name === name
      ? { revision }
      : await call(core, 'authorizations.drafts.save', { id: draftId, revision, document: { ...document, name } });
  await call(core, 'authorizations.drafts.publish', {
    draftId,
    revision: saved.revision,
    intent: 'release',
    confirmedAccountId: sellerId,
  });
});
