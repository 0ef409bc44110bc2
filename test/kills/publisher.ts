/** A process that publishes one draft of an offer and sees it through, as a person with this app would. */
import { readOrder } from './protocol.ts';
import { call, seeThrough } from './see-through.ts';

const order = readOrder(process.argv[2]);
const { draftId, offerName, sellerId } = order;

await seeThrough(order, async (core) => {
  const { document, revision } = await call(core, 'drafts.get', { id: draftId });
  const saved =
    document.name === offerName
      ? { revision }
      : await call(core, 'drafts.save', { id: draftId, revision, document: { ...document, name: offerName } });
  await call(core, 'offers.publish', {
    draftId,
    revision: saved.revision,
    intent: 'release',
    confirmedAccountId: sellerId,
  });
});
