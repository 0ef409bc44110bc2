/** What the copies of entities need to know of a seller account. */
export interface Seller {
  readonly name: string;
  /** 12 digits. */
  readonly awsAccountId: string;
}

export interface Sellers {
  /** Throws `not-found` for an account that is not (or no longer) set up here. */
  getSettings(account: string): Seller;
}
