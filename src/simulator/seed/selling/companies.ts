/** The customers of the seeded opportunities: all made up, their web addresses reserved for examples. */
import type { Industry } from '@aws-sdk/client-partnercentral-selling';

export interface Company {
  readonly name: string;
  readonly domain: string;
  readonly industry: Industry;
  readonly country: 'US' | 'DE' | 'JP' | 'FR' | 'CA' | 'AU';
  readonly city: string;
  readonly state: string | undefined;
  readonly postalCode: string;
}

const FIRST: readonly string[] = [
  'Amberlight',
  'Birchwater',
  'Coldharbour',
  'Dunmere',
  'Eastmarch',
  'Fallowfield',
  'Greywick',
  'Hollinside',
  'Ironbridge',
  'Juniper Bay',
  'Kestrel Point',
  'Larkspur',
  'Mossgate',
  'Northmoor',
  'Oakenshaw',
  'Pellworth',
  'Quarrybank',
  'Rookhope',
  'Saltmarsh',
  'Thornhill',
];

const SECOND: readonly (readonly [string, Industry])[] = [
  ['Logistics', 'Transportation and Logistics'],
  ['Health', 'Healthcare'],
  ['Foods', 'Consumer Goods'],
  ['Mutual', 'Financial Services'],
  ['Robotics', 'Manufacturing'],
  ['Energy', 'Energy - Power and Utilities'],
  ['Media', 'Media and Entertainment'],
  ['Learning', 'Education'],
  ['Stores', 'Retail'],
  ['Airways', 'Travel'],
  ['Biotech', 'Life Sciences'],
  ['Telecom', 'Telecommunications'],
  ['Farms', 'Agriculture'],
  ['Games', 'Gaming'],
  ['Labs', 'Software and Internet'],
];

const PLACES: readonly Pick<Company, 'country' | 'city' | 'state' | 'postalCode'>[] = [
  { country: 'US', city: 'Portland', state: 'Oregon', postalCode: '97201' },
  { country: 'DE', city: 'Leipzig', state: undefined, postalCode: '04109' },
  { country: 'US', city: 'Albany', state: 'New York', postalCode: '12207' },
  { country: 'JP', city: 'Sapporo', state: 'Hokkaido', postalCode: '060-0001' },
  { country: 'US', city: 'Austin', state: 'Texas', postalCode: '78701' },
  { country: 'FR', city: 'Nantes', state: undefined, postalCode: '44000' },
  { country: 'CA', city: 'Halifax', state: 'Nova Scotia', postalCode: 'B3H 1A1' },
  { country: 'US', city: 'Boulder', state: 'Colorado', postalCode: '80302' },
  { country: 'AU', city: 'Hobart', state: 'Tasmania', postalCode: '7000' },
];

export function companyAt(index: number): Company {
  const first = FIRST[index % FIRST.length] ?? 'Amberlight';
  const [second, industry] = SECOND[Math.floor(index / FIRST.length + index * 7) % SECOND.length] ?? ['Labs', 'Other'];
  const place = PLACES[index % PLACES.length] ?? { country: 'US', city: 'Reno', state: 'Nevada', postalCode: '89501' };
  const round = Math.floor(index / (FIRST.length * SECOND.length));
  const name = `${first} ${second}${round === 0 ? '' : ` ${round + 1}`}`;
  return { ...place, name, industry, domain: `${name.toLowerCase().replaceAll(' ', '-')}.example.com` };
}
