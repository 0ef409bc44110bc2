/** Products of the seed world: every kind of pricing that AWS Marketplace has, all names made up. */
import type { Dimension, DimensionType, ProductEntity, ProductType, Visibility } from '../catalog/model.ts';
import { seedId, seedText } from './ids.ts';
import type { Today } from './today.ts';

export const LANTERNFISH = '111122223333';
export const QUILLMOOR = '012345678901';

interface ProductSpec {
  /** Names the product in this folder; ids are made from it. */
  readonly slug: string;
  readonly owner: string;
  readonly type: ProductType;
  readonly title: string | null;
  readonly about: string;
  readonly dimensions: readonly Dimension[];
  readonly visibility?: Visibility;
  readonly constraint?: 'Allowed' | 'Disallowed';
  readonly modifiedDaysAgo: number;
}

function dimension(type: DimensionType, key: string, name: string, unit: string): Dimension {
  return { Key: key, Name: name, Description: `${name}, counted in ${unit.toLowerCase()}`, Unit: unit, Types: [type] };
}

const entitled = (key: string, name: string, unit = 'Units') => dimension('Entitled', key, name, unit);
const external = (key: string, name: string, unit = 'Units') => dimension('ExternallyMetered', key, name, unit);
const hourly = (key: string) => dimension('Metered', key, key, 'Hrs');

const WORKLOADS = [
  external('WorkloadSmall', 'Small workload', 'Hours'),
  external('WorkloadMedium', 'Medium workload', 'Hours'),
];

/** Wide enough that a wizard must search in it: 200 contract dimensions and 40 metered ones. */
const REGIONAL_CELLS = [
  ...Array.from({ length: 200 }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return entitled(`cell_${number}`, `Regional cell ${number}`, 'Cells');
  }),
  ...Array.from({ length: 40 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return external(`traffic_${number}`, `Overage traffic class ${number}`, 'GB');
  }),
];

const SPECS: readonly ProductSpec[] = [
  {
    slug: 'atlas',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Atlas Insights',
    about: 'Dashboards over shipping and stock data for retail chains.',
    dimensions: [
      entitled('users', 'Named users', 'Users'),
      entitled('sites', 'Connected sites', 'Sites'),
      entitled('storage_tb', 'Archive storage', 'TB'),
    ],
    modifiedDaysAgo: 21,
  },
  {
    slug: 'beacon',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Beacon',
    about: 'Status pages in three editions.',
    dimensions: [
      entitled('bronze', 'Bronze edition'),
      entitled('silver', 'Silver edition'),
      entitled('gold', 'Gold edition'),
    ],
    constraint: 'Disallowed',
    modifiedDaysAgo: 40,
  },
  {
    slug: 'driftmeter',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Driftmeter',
    about: 'Pay-as-you-go detection of configuration drift.',
    dimensions: WORKLOADS,
    modifiedDaysAgo: 12,
  },
  {
    slug: 'tidepool',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Tidepool Queue',
    about: 'Managed queues, with a free trial.',
    dimensions: WORKLOADS,
    modifiedDaysAgo: 90,
  },
  {
    slug: 'harbor',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Harbor Analytics',
    about: 'A yearly contract with consumption beyond it.',
    dimensions: [
      entitled('seats', 'Analyst seats', 'Users'),
      entitled('gold_support', 'Gold support', 'Units'),
      external('api_calls', 'API calls beyond the contract', 'Requests'),
      external('gb_scanned', 'Data scanned beyond the contract', 'GB'),
    ],
    modifiedDaysAgo: 5,
  },
  {
    slug: 'gatekeeper',
    owner: LANTERNFISH,
    type: 'AmiProduct',
    title: 'Lanternfish Gatekeeper AMI',
    about: 'A hardened jump host, billed by the hour.',
    dimensions: [hourly('t2.micro')],
    modifiedDaysAgo: 63,
  },
  {
    slug: 'moorings',
    owner: LANTERNFISH,
    type: 'AmiProduct',
    title: 'Lanternfish Moorings Database AMI',
    about: 'A tuned database image, by the hour or by the year.',
    dimensions: [hourly('t3.medium'), hourly('m5.large'), hourly('m5.xlarge'), hourly('c5.2xlarge')],
    modifiedDaysAgo: 30,
  },
  {
    slug: 'logbook',
    owner: LANTERNFISH,
    type: 'AmiProduct',
    title: 'Lanternfish Logbook Server AMI',
    about: 'Audit log server licensed by contract.',
    dimensions: [
      entitled('ReadOnlyUsers', 'Read-only users', 'Users'),
      entitled('AdminUsers', 'Administrators', 'Users'),
    ],
    modifiedDaysAgo: 75,
  },
  {
    slug: 'krill',
    owner: LANTERNFISH,
    type: 'ContainerProduct',
    title: 'Lanternfish Krill Gateway',
    about: 'An API gateway in a container, by contract.',
    dimensions: [entitled('ReqPerHour', 'Requests per hour', 'Requests'), entitled('Clusters', 'Clusters', 'Clusters')],
    modifiedDaysAgo: 18,
  },
  {
    slug: 'plankton',
    owner: LANTERNFISH,
    type: 'ContainerProduct',
    title: 'Lanternfish Plankton Scanner',
    about: 'Image scanning, billed by use.',
    dimensions: [external('images_scanned', 'Images scanned', 'Images'), external('node_hours', 'Node hours', 'Hours')],
    modifiedDaysAgo: 8,
  },
  {
    slug: 'relay-a',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Signal Relay',
    about: 'Message relay, first generation.',
    dimensions: [entitled('channels', 'Channels', 'Channels')],
    modifiedDaysAgo: 210,
  },
  {
    slug: 'relay-b',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Signal Relay',
    about: 'Message relay, second generation; the first one keeps its title.',
    dimensions: [entitled('channels', 'Channels', 'Channels'), entitled('regions', 'Regions', 'Regions')],
    modifiedDaysAgo: 33,
  },
  {
    slug: 'cells',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Cell Planner',
    about: 'Network planning, sold by regional cell.',
    dimensions: REGIONAL_CELLS,
    modifiedDaysAgo: 3,
  },
  {
    slug: 'sounding',
    owner: LANTERNFISH,
    type: 'AmiProduct',
    title: 'Lanternfish Sounding Probe AMI',
    about: 'A probe billed by the hour and by the month: no private offers.',
    dimensions: [hourly('t3.small')],
    modifiedDaysAgo: 120,
  },
  {
    slug: 'untitled',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: null,
    about: 'Not finished.',
    dimensions: [entitled('seats', 'Seats', 'Users')],
    visibility: 'Draft',
    modifiedDaysAgo: 1,
  },
  {
    slug: 'shoal',
    owner: LANTERNFISH,
    type: 'SaaSProduct',
    title: 'Lanternfish Shoal Classic',
    about: 'Withdrawn: existing customers only.',
    dimensions: [entitled('users', 'Named users', 'Users')],
    visibility: 'Restricted',
    modifiedDaysAgo: 400,
  },
  {
    slug: 'inkwell',
    owner: QUILLMOOR,
    type: 'SaaSProduct',
    title: 'Quillmoor Inkwell Vault',
    about: 'Document vault by contract.',
    dimensions: [entitled('vault_users', 'Vault users', 'Users'), entitled('vault_gb', 'Vault space', 'GB')],
    visibility: 'Limited',
    modifiedDaysAgo: 16,
  },
  {
    slug: 'heather',
    owner: QUILLMOOR,
    type: 'SaaSProduct',
    title: 'Quillmoor Heather Streams',
    about: 'Event streams, billed by use.',
    dimensions: [external('events', 'Million events', 'Units'), external('retained_gb', 'Retained data', 'GB')],
    modifiedDaysAgo: 27,
  },
  {
    slug: 'fenland',
    owner: QUILLMOOR,
    type: 'ContainerProduct',
    title: 'Quillmoor Fenland Mesh',
    about: 'A service mesh by contract.',
    dimensions: [entitled('Nodes', 'Nodes', 'Hosts')],
    modifiedDaysAgo: 50,
  },
];

export function seedProducts(today: Today): ProductEntity[] {
  return SPECS.map((spec) => ({
    id: seedId('prod', spec.slug),
    type: spec.type,
    owner: spec.owner,
    revision: 3,
    modifiedAt: today.instant(-spec.modifiedDaysAgo),
    title: spec.title,
    productCode: seedText(`code ${spec.slug}`, 25),
    visibility: spec.visibility ?? 'Public',
    information: {
      ShortDescription: spec.about,
      LongDescription: `${spec.about} A made-up product of the practice world.`,
      Sku: `SKU-${spec.slug.toUpperCase()}`,
      SupportDescription: 'Support by mail on working days.',
      Categories: ['Infrastructure Software'],
      SearchKeywords: [spec.slug],
    },
    dimensions: spec.dimensions,
    fulfillmentUrl: spec.type === 'SaaSProduct' ? `https://example.com/${spec.slug}/welcome` : null,
    allowList: [],
    rateCardConstraint: spec.constraint ?? null,
  }));
}

export function productTitle(slug: string): string {
  return SPECS.find((spec) => spec.slug === slug)?.title ?? '';
}
