/** Opportunities that may be the same deal: found before it is made a second time. */

export interface KnownOpportunity {
  readonly id: string;
  readonly companyName: string;
  readonly websiteUrl: string;
  readonly useCase: string;
  readonly targetCloseDate: string;
  readonly title: string;
}

export type DuplicateTrait = 'company' | 'website' | 'use-case' | 'close-date' | 'title';

export interface Duplicate {
  readonly id: string;
  readonly traits: readonly DuplicateTrait[];
  /** `likely`: the same customer and two more traits. `possible`: the same customer and one. */
  readonly likelihood: 'likely' | 'possible';
}

/** Deals of one project are rarely planned further apart. */
const NEAR_DAYS = 31;
const MS_PER_DAY = 86_400_000;

/** What may be the same deal as `wanted`, the likeliest first. Pure: rows come from the local list. */
export function findDuplicates(wanted: Omit<KnownOpportunity, 'id'>, rows: readonly KnownOpportunity[]): Duplicate[] {
  return rows
    .flatMap((row) => {
      const traits = traitsOf(wanted, row);
      const isSameCustomer = traits.includes('company') || traits.includes('website');
      const others = traits.filter((trait) => trait !== 'company' && trait !== 'website').length;
      if (!isSameCustomer || others === 0) return [];
      return [{ id: row.id, traits, likelihood: others > 1 ? ('likely' as const) : ('possible' as const) }];
    })
    .sort((one, other) => other.traits.length - one.traits.length || (one.id < other.id ? -1 : 1));
}

function traitsOf(wanted: Omit<KnownOpportunity, 'id'>, row: KnownOpportunity): DuplicateTrait[] {
  const found: readonly (readonly [DuplicateTrait, boolean])[] = [
    ['company', isSameText(companyKey(wanted.companyName), companyKey(row.companyName))],
    ['website', isSameText(siteKey(wanted.websiteUrl), siteKey(row.websiteUrl))],
    ['use-case', isSameText(fold(wanted.useCase), fold(row.useCase))],
    ['close-date', isNear(wanted.targetCloseDate, row.targetCloseDate)],
    ['title', isSameText(fold(wanted.title), fold(row.title))],
  ];
  return found.filter(([, is]) => is).map(([trait]) => trait);
}

const isSameText = (one: string, other: string) => one !== '' && one === other;

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Forms of companies, as they end a name. */
const LEGAL_FORM = /[\s,.]+(incorporated|inc|corporation|corp|company|co|ltd|limited|llc|gmbh|ag|sa|plc|kk|bv|oy)\.?$/;

function companyKey(name: string): string {
  return fold(name)
    .replace(LEGAL_FORM, '')
    .replace(/[\s.,]+$/, '');
}

/** `https://www.Example.com/de/` and `example.com` are one site. */
function siteKey(url: string): string {
  return fold(url)
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');
}

function isNear(one: string, other: string): boolean {
  const days = Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / MS_PER_DAY;
  return Number.isFinite(days) && days <= NEAR_DAYS;
}
