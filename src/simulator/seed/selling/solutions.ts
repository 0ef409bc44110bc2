/** The solutions that the seeded partners offer: several hundred for one of them, so that lists have pages. */
import type { Catalog, SolutionRecord } from '../../selling/model.ts';
import type { PartnerProfile } from '../../selling/partners.ts';
import { seedText } from '../ids.ts';
import { LANTERNFISH } from '../products.ts';
import type { Today } from '../today.ts';

/** The solution that every Sandbox has. */
export const SANDBOX_SOLUTION = 'S-1234567';

const SUBJECTS: readonly string[] = [
  'Log Search',
  'Fraud Watch',
  'Invoice Capture',
  'Fleet Telemetry',
  'Patient Portal',
  'Data Catalog',
  'Key Custody',
  'Cost Explorer',
  'Stream Processing',
  'Contact Center',
  'Backup Vault',
  'Model Training',
];

const EDITIONS: readonly string[] = [
  'Essentials',
  'Professional',
  'Enterprise',
  'for Banks',
  'for Retail',
  'for Clinics',
];

const CATEGORIES: readonly string[] = [
  'Software Product',
  'Software Product',
  'Managed Service',
  'Consulting Service',
  'Professional Service',
];

const MANY_SOLUTIONS = 340;

export function seedSolutions(partners: readonly PartnerProfile[], today: Today): SolutionRecord[] {
  return partners.flatMap((partner, index) => {
    const count = partner.accountId === LANTERNFISH ? MANY_SOLUTIONS : 8;
    const own = Array.from({ length: count }, (_, number) => solutionAt({ partner, number, base: index }, today));
    const sandbox: SolutionRecord = {
      ...solutionAt({ partner, number: 0, base: index }, today),
      id: SANDBOX_SOLUTION,
      catalog: 'Sandbox',
      name: 'Sandbox solution',
      marketplaceArn: null,
    };
    return [...own, sandbox];
  });
}

interface Place {
  readonly partner: PartnerProfile;
  readonly number: number;
  readonly base: number;
}

function solutionAt({ partner, number, base }: Place, today: Today): SolutionRecord {
  const subject = SUBJECTS[number % SUBJECTS.length] ?? 'Log Search';
  const edition = EDITIONS[Math.floor(number / SUBJECTS.length) % EDITIONS.length] ?? 'Essentials';
  const round = Math.floor(number / (SUBJECTS.length * EDITIONS.length));
  const brand = partner.name.split(' ')[0] ?? partner.name;
  const catalog: Catalog = 'AWS';
  return {
    id: `S-${String(20_000 + base * 1000 + number).padStart(7, '0')}`,
    owner: partner.accountId,
    catalog,
    name: `${brand} ${subject} ${edition}${round === 0 ? '' : ` ${round + 1}`}`,
    status: number % 29 === 28 ? 'Inactive' : number % 31 === 30 ? 'Draft' : 'Active',
    category: CATEGORIES[number % CATEGORIES.length] ?? 'Software Product',
    createdAt: today.instant(-900 + number),
    marketplaceArn:
      number % 4 === 0
        ? `arn:aws:aws-marketplace:us-east-1:${partner.accountId}:AWSMarketplace/Solution/soln-${seedText(`soln ${partner.accountId} ${number}`, 13)}`
        : null,
  };
}
