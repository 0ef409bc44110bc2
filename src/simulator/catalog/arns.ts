/** Amazon resource names of catalog things, and the parts of an entity identifier. */
import type { Entity } from './model.ts';

const PREFIX = 'arn:aws:aws-marketplace:us-east-1';

export function entityArn(entity: Entity): string {
  return `${PREFIX}:${entity.owner}:AWSMarketplace/${entity.type}/${entity.id}`;
}

export function changeSetArn(owner: string, changeSetId: string): string {
  return `${PREFIX}:${owner}:AWSMarketplace/ChangeSet/${changeSetId}`;
}

export function parseArn(arn: string): { owner: string; type: string; id: string } | null {
  const match = /^arn:aws:aws-marketplace:us-east-1:(\d{12}):AWSMarketplace\/([A-Za-z]+)\/(.+)$/.exec(arn);
  return match ? { owner: match[1] ?? '', type: match[2] ?? '', id: match[3] ?? '' } : null;
}

/** `id@revision`, as Describe answers. */
export function revisionedId(entity: Entity): string {
  return `${entity.id}@${entity.revision}`;
}
