/** ARNs of the Selling API: engagements and invitations belong to no account. */
import type { Catalog } from './model.ts';

interface Owned {
  readonly id: string;
  readonly owner: string;
  readonly catalog: Catalog;
}

export function opportunityArn({ id, owner, catalog }: Owned): string {
  return `arn:aws:partnercentral:us-east-1:${owner}:catalog/${catalog}/opportunity/${id}`;
}

export function solutionArn({ id, owner, catalog }: Owned): string {
  return `arn:aws:partnercentral:us-east-1:${owner}:catalog/${catalog}/solution/${id}`;
}

export function sharedArn(catalog: Catalog, kind: string, id: string): string {
  return `arn:aws:partnercentral:us-east-1::catalog/${catalog}/${kind}/${id}`;
}
