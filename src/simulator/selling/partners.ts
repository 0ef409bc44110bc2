/** The accounts of the seed world that are linked to Partner Central, and what kind of partner each is. */
import { seedAccounts } from '../seed/accounts.ts';

export interface PartnerProfile {
  readonly accountId: string;
  readonly name: string;
  readonly website: string;
  /** Software partners keep a few more fields open after launch than consulting partners. */
  readonly isIsv: boolean;
  /** In the programs that ask for software revenue at launch. */
  readonly reportsRevenue: boolean;
  /** Active users of Partner Central, by e-mail: only they can own an opportunity. */
  readonly users: readonly PartnerUser[];
}

export interface PartnerUser {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

const NAMES: readonly (readonly [string, string])[] = [
  ['Ada', 'Fenwick'],
  ['Bruno', 'Castellan'],
  ['Chiyo', 'Marsh'],
  ['Dana', 'Okafor'],
  ['Elif', 'Sorensen'],
];

export const partners: readonly PartnerProfile[] = seedAccounts
  .filter(({ role }) => role !== 'buyer')
  .map(({ accountId, name, role }, index) => {
    const domain = `${(name.split(' ')[0] ?? name).toLowerCase()}.example.com`;
    return {
      accountId,
      name: name.replace(' (sample)', ''),
      website: `https://${domain}`,
      isIsv: role === 'isv',
      reportsRevenue: index === 0,
      users: NAMES.map(([firstName, lastName]) => ({
        email: `${firstName}.${lastName}@${domain}`.toLowerCase(),
        firstName,
        lastName,
      })),
    };
  });

export function partnerOf(accountId: string): PartnerProfile | undefined {
  return partners.find((partner) => partner.accountId === accountId);
}
