/** Tags of opportunities and snapshot jobs. */
import { opportunityArn } from '../arns.ts';
import type { Asked, Operation, SellingContext } from '../context.ts';
import { businessRefusal, notFound } from '../errors.ts';
import type { Catalog, TagRecord } from '../model.ts';
import { jobArn } from './snapshots.ts';

const MOST_TAGS = 200;

export const listTags: Operation = (asked, context) => ({ Tags: tagged(asked, context).tags });

export const tagResource: Operation = (asked, context) => {
  const { arn, tags } = tagged(asked, context);
  const merged = new Map(tags.map(({ Key, Value }) => [Key, Value]));
  for (const { Key, Value } of asked.input['Tags'] as { Key: string; Value: string }[]) merged.set(Key, Value);
  if (merged.size > MOST_TAGS) {
    const message = `A resource has at most ${MOST_TAGS} tags.`;
    throw businessRefusal([{ field: 'tags', code: 'TOO_MANY_VALUES', message }]);
  }
  context.store.tags.set(arn, { arn, tags: [...merged].map(([Key, Value]) => ({ Key, Value })) });
  return {};
};

export const untagResource: Operation = (asked, context) => {
  const { arn, tags } = tagged(asked, context);
  const keys = new Set(asked.input['TagKeys'] as string[]);
  context.store.tags.set(arn, { arn, tags: tags.filter(({ Key }) => !keys.has(Key)) });
  return {};
};

function tagged({ input, partner }: Asked, { store, shared }: SellingContext): TagRecord {
  const arn = String(input['ResourceArn']);
  const [, owner, catalog, kind, id] =
    /^arn:aws:partnercentral:us-east-1:(\d{12}):catalog\/(\w+)\/([\w-]+)\/(.+)$/.exec(arn) ?? [];
  const held = { owner: partner.accountId, catalog: catalog as Catalog };
  const opportunity = kind === 'opportunity' ? store.opportunities(held).get(String(id)) : undefined;
  const job = kind === 'resource-snapshot-job' ? shared.jobs.get(String(id)) : undefined;
  const known = opportunity ? opportunityArn(opportunity) : job && jobArn(job);
  if (owner !== partner.accountId || known !== arn) throw notFound(arn);
  return store.tags.get(arn) ?? { arn, tags: [] };
}
