/** What the Selling service asks the Marketplace of the same world: whether an offer, set or product is the partner's own. */

export interface MarketplaceEntity {
  readonly id: string;
  readonly owner: string;
  readonly arn: string;
  /** Draft, Restricted, Limited, Public, Released. */
  readonly state: string;
}

export interface MarketplaceView {
  entity(id: string): MarketplaceEntity | undefined;
}
