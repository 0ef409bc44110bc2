/** TagResource, UntagResource and ListTagsForResource. */
import { parseArn } from '../arns.ts';
import { invalidField, notFound } from '../errors.ts';
import { asObject } from '../listing/filters.ts';
import { requiredText, type CatalogContext, type Operation, type OperationInput } from './operation.ts';

const MOST_TAGS = 200;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

export const tagResource: Operation = (input, caller, context) => {
  const arn = ownResource(input, caller.accountId, context);
  const added = readTags(input['Tags'], 'Tags');
  const tags = new Map([...(context.store.tags.get(arn) ?? []), ...added]);
  if (tags.size > MOST_TAGS) throw invalidField('Tags', `a resource has at most ${MOST_TAGS} tags.`);
  context.store.tags.set(arn, tags);
  return {};
};

export const untagResource: Operation = (input, caller, context) => {
  const arn = ownResource(input, caller.accountId, context);
  const keys = input['TagKeys'];
  if (!Array.isArray(keys) || keys.length < 1) throw invalidField('TagKeys', 'must be a list of at least one key.');
  for (const key of keys) context.store.tags.get(arn)?.delete(String(key));
  return {};
};

export const listTagsForResource: Operation = (input, caller, context) => {
  const arn = ownResource(input, caller.accountId, context);
  const tags = [...(context.store.tags.get(arn) ?? [])];
  return { ResourceArn: arn, Tags: tags.map(([Key, Value]) => ({ Key, Value })) };
};

/** A list of `{Key, Value}` as tags; the field is named where one is wrong. */
export function readTags(list: unknown, field: string): Map<string, string> {
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST_TAGS) {
    throw invalidField(field, `must be a list of 1 to ${MOST_TAGS} tags.`);
  }
  const tags = new Map<string, string>();
  list.forEach((tag: unknown, index) => {
    const { Key, Value } = asObject(tag, `${field}.${index}`);
    if (typeof Key !== 'string' || Key === '' || Key.length > LONGEST_KEY) {
      throw invalidField(`${field}.${index}.Key`, `must be a text of 1 to ${LONGEST_KEY} characters.`);
    }
    if (typeof Value !== 'string' || Value.length > LONGEST_VALUE) {
      throw invalidField(`${field}.${index}.Value`, `must be a text of at most ${LONGEST_VALUE} characters.`);
    }
    if (tags.has(Key)) throw invalidField(`${field}.${index}.Key`, 'is given twice.');
    tags.set(Key, Value);
  });
  return tags;
}

function ownResource(input: OperationInput, accountId: string, { store }: CatalogContext): string {
  const arn = requiredText(input, 'ResourceArn');
  const parts = parseArn(arn);
  if (!parts) throw invalidField('ResourceArn', 'is not the ARN of a catalog resource.');
  const owner = parts.type === 'ChangeSet' ? store.changeSets.get(parts.id)?.owner : store.entity(parts.id)?.owner;
  if (owner !== accountId || parts.owner !== accountId) throw notFound('Resource', arn);
  return arn;
}
