/** Tags of an opportunity or a snapshot job. No token: the tags that are there say whether it has happened. */
import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { at, textAt } from '../../opportunities/readings.ts';
import { readTags } from '../snapshot-reader.ts';
import { listOf } from '../readings.ts';
import type { Admission, DeedKind, DeedReading } from './deed-kind.ts';

const TYPES: Readonly<Record<string, string>> = { opportunity: 'Opportunity', 'resource-snapshot-job': 'SnapshotJob' };

async function admitTags({ arn }: { readonly arn: string }, reading: DeedReading): Promise<Admission> {
  const [type = '', id = arn] = arn.split('/').slice(-2);
  return { title: id, entityType: TYPES[type] ?? type, entityId: id, before: await readTags(reading, arn) };
}

export const tagPut: DeedKind<DeedOf<'tag-put'>> = {
  operation: 'TagResource',
  request: ({ arn, tags }) => ({ ResourceArn: arn, Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
  admit: admitTags,
  async send({ payload: { request } }, reading) {
    const input = request as unknown as { ResourceArn: string; Tags: { Key: string; Value: string }[] };
    await reading.door.send(new TagResourceCommand(input), reading);
    return { resultId: null, after: input.Tags };
  },
  async look({ payload: { request } }, reading) {
    const tags = await readTags(reading, textAt(request, 'ResourceArn'));
    const isThere = listOf(request, 'Tags').every((wanted) =>
      tags.some(({ key, value }) => key === textAt(wanted, 'Key') && value === textAt(wanted, 'Value')),
    );
    return isThere ? { resultId: null, after: tags } : null;
  },
};

export const tagDrop: DeedKind<DeedOf<'tag-drop'>> = {
  operation: 'UntagResource',
  request: ({ arn, keys }) => ({ ResourceArn: arn, TagKeys: keys }),
  admit: admitTags,
  async send({ payload: { request } }, reading) {
    const input = request as unknown as { ResourceArn: string; TagKeys: string[] };
    await reading.door.send(new UntagResourceCommand(input), reading);
    return { resultId: null, after: null };
  },
  async look({ payload: { request } }, reading) {
    const tags = await readTags(reading, textAt(request, 'ResourceArn'));
    const keys = at(request, 'TagKeys') as readonly string[];
    return tags.some(({ key }) => keys.includes(key)) ? null : { resultId: null, after: tags };
  },
};
