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
    ['company', isSameText(companyKeyOf(wanted.companyName), companyKeyOf(row.companyName))],
    ['website', isSameText(siteKeyOf(wanted.websiteUrl), siteKeyOf(row.websiteUrl))],
    ['use-case', isSameText(fold(wanted.useCase), fold(row.useCase))],
    ['close-date', isNear(wanted.targetCloseDate, row.targetCloseDate)],
    ['title', isSameText(fold(wanted.title), fold(row.title))],
  ];
  return found.filter(([, is]) => is).map(([trait]) => trait);
}

const isSameText = (one: string, other: string) => one !== '' && one === other;

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Forms of companies, as they end a name; several may follow each other. */
const LEGAL_FORM =
  / (incorporated|inc|corporation|corp|company|co|ltd|limited|llc|llp|lp|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|plc|kk|bv|nv|oy|ab|as|pty|pte|pvt|private|group|holdings?)$/;

/** The same in Japanese and Chinese, where nothing parts them from the name. */
const CJK_FORM = /股份有限公司|有限責任公司|有限责任公司|株式会社|合同会社|有限会社|有限公司|公司/g;

/** `The Example Co., Ltd.` and `EXAMPLE` are one company; empty where nothing but a legal form is left. */
export function companyKeyOf(name: string): string {
  const words = fold(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(CJK_FORM, ' ')
    .replace(/[.'’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
  for (let key = words; ;) {
    const shorter = key.replace(LEGAL_FORM, '');
    if (shorter === key) return key;
    key = shorter;
  }
}

/** `https://www.Example.com/de/` and `example.com` are one site. */
export function siteKeyOf(url: string): string {
  return fold(url)
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '');
}

function isNear(one: string, other: string): boolean {
  const days = Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / MS_PER_DAY;
  return Number.isFinite(days) && days <= NEAR_DAYS;
}
