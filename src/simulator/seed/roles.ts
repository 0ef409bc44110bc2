/** The IAM roles of the seed world: whom each trusts, on what condition, and what it may do. */
import { seedAccounts } from './accounts.ts';

export interface SeedRole {
  readonly accountId: string;
  readonly name: string;
  /** Accounts whose principals may assume the role. */
  readonly trustedAccountIds: readonly string[];
  /** `sts:ExternalId` that the trust policy demands; null = none. */
  readonly externalId: string | null;
  /** Whether the trust policy demands a one-time code of the account's device. */
  readonly needsMfa: boolean;
  /** IAM actions the role may use, `*` at the end as a wildcard. */
  readonly actions: readonly string[];
  readonly maxSessionSeconds: number;
}

/** The code that every seeded MFA device shows. */
export const SEED_MFA_CODE = '123456';

export function mfaDeviceArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:mfa/seller`;
}

export function roleArn(role: SeedRole): string {
  return `arn:aws:iam::${role.accountId}:role/${role.name}`;
}

const LONGEST_SESSION_SECONDS = 43_200;
const accountIds = seedAccounts.map((account) => account.accountId);

export const seedRoles: readonly SeedRole[] = seedAccounts
  .filter((account) => account.role !== 'buyer')
  .flatMap(({ accountId }): SeedRole[] => {
    const common = {
      accountId,
      externalId: null,
      needsMfa: false,
      actions: ['*'],
      maxSessionSeconds: LONGEST_SESSION_SECONDS,
    };
    return [
      { ...common, name: 'SellerOperations', trustedAccountIds: [accountId] },
      {
        ...common,
        name: 'PartnerAccess',
        trustedAccountIds: accountIds,
        externalId: `sample-external-id-${accountId}`,
        maxSessionSeconds: 3600,
      },
      { ...common, name: 'GuardedOperations', trustedAccountIds: [accountId], needsMfa: true },
      { ...common, name: 'EulaPresign', trustedAccountIds: [accountId], actions: ['s3:GetObject'] },
      {
        ...common,
        name: 'CatalogReadOnly',
        trustedAccountIds: [accountId],
        actions: [
          'aws-marketplace:ListEntities',
          'aws-marketplace:DescribeEntity',
          'aws-marketplace:ListChangeSets',
          'aws-marketplace:DescribeChangeSet',
        ],
      },
    ];
  });
