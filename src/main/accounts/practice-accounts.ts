/** The accounts of the practice cloud, set up by themselves at a first start. */
import { randomUUID } from 'node:crypto';
import type { PracticeSeller } from '../../shared/contract/accounts.ts';
import { ACCOUNT_COLOURS, type AccountSettings, type EulaBucket } from '../../shared/domain/account/account.ts';
import type { PracticeAccount, PracticeCloud } from '../ports.ts';
import type { AccountStore } from './store.ts';

/** Nothing happens once there is any account: what a person removed or renamed stays so. */
export function seedPracticeAccounts(store: AccountStore, cloud: PracticeCloud, now: number): void {
  if (store.list().length > 0) return;
  const prefixes = new Set<string>();
  sellersOf(cloud).forEach((seller, index) => {
    const prefix = toPrefix(seller.name, prefixes);
    prefixes.add(prefix.toLowerCase());
    store.insert({
      key: randomUUID(),
      createdAt: new Date(now).toISOString(),
      settings: toSettings(seller, prefix, index, cloud.region),
    });
  });
}

/** Who can be set up in practice mode, for a person who removed one and wants it back. */
export function listPracticeSellers(cloud: PracticeCloud): PracticeSeller[] {
  return sellersOf(cloud).map((seller) => ({
    awsAccountId: seller.accountId,
    name: seller.name,
    eulaBucket: toEulaBucket(seller, cloud.region),
  }));
}

function toEulaBucket({ eulaBucket }: PracticeAccount, region: string): EulaBucket | null {
  return eulaBucket === null ? null : { bucket: eulaBucket, prefix: 'eula', region };
}

function sellersOf(cloud: PracticeCloud): readonly PracticeAccount[] {
  return cloud.accounts.filter((account) => account.role !== 'buyer');
}

function toSettings(seller: PracticeAccount, prefix: string, index: number, region: string): AccountSettings {
  return {
    name: seller.name,
    prefix,
    colour: ACCOUNT_COLOURS[index % ACCOUNT_COLOURS.length] ?? 'blue',
    awsAccountId: seller.accountId,
    connection: { kind: 'practice' },
    eulaBucket: toEulaBucket(seller, region),
    presignRoleArn: null,
    addSellerToBuyers: false,
    endpoint: null,
    persona: { side: toSide(seller), role: 'administrator', coSell: true },
    partnerCentral: { catalog: 'AWS' },
  };
}

function toSide({ role }: PracticeAccount): AccountSettings['persona']['side'] {
  return role === 'isv' || role === 'channel-partner' ? role : 'both';
}

/** The first word of the name, made unique by a number. */
function toPrefix(name: string, taken: ReadonlySet<string>): string {
  const word =
    name
      .replace(/[^A-Za-z0-9 ]/g, '')
      .split(' ')
      .find((part) => /^[A-Za-z]/.test(part)) ?? 'Seller';
  const base = word.slice(0, 20);
  let prefix = base;
  for (let n = 2; taken.has(prefix.toLowerCase()); n += 1) prefix = `${base}${n}`;
  return prefix;
}
