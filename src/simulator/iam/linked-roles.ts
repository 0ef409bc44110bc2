/** Service-linked roles that accounts have: each is the leave for one AWS service to act in the account. */

export interface LinkedRole {
  readonly accountId: string;
  readonly serviceName: string;
  readonly roleName: string;
  readonly roleId: string;
  readonly description: string | null;
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  readonly createdAt: string;
}

/** Lets Marketplace share resale authorizations between a manufacturer and its channel partner. */
export const RESALE_SERVICE = 'resale-authorization.marketplace.amazonaws.com';
export const RESALE_ROLE_NAME = 'AWSServiceRoleForMarketplaceResaleAuthorization';

export class LinkedRoles {
  readonly #roles = new Map<string, LinkedRole>();

  find(accountId: string, roleName: string): LinkedRole | undefined {
    return this.#roles.get(keyOf(accountId, roleName));
  }

  add(role: LinkedRole): void {
    this.#roles.set(keyOf(role.accountId, role.roleName), role);
  }

  remove({ accountId, roleName }: LinkedRole): void {
    this.#roles.delete(keyOf(accountId, roleName));
  }

  list(): LinkedRole[] {
    return [...this.#roles.values()];
  }

  load(roles: readonly LinkedRole[]): void {
    this.#roles.clear();
    for (const role of roles) this.add(role);
  }
}

// IAM compares role names without regard to case.
function keyOf(accountId: string, roleName: string): string {
  return `${accountId} ${roleName.toLowerCase()}`;
}
