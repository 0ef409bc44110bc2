import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../../../src/simulator/types.ts';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { NO_SAMPLES, samplesFolder } from '../../../support/aws-samples.ts';
import { BUYER, createCatalogStage, type CatalogStage } from '../../../support/catalog-stage.ts';
import { readSampleAsPublished, readSampleRequest, SAMPLE_PLANS, senderOf } from './sample-change-sets.ts';

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

interface Outcome {
  readonly accepted: boolean;
  /** Everything that was said about what is wrong. */
  readonly message: string;
}

async function send(stage: CatalogStage, request: Json, file: string): Promise<Outcome> {
  const sender = senderOf(file);
  try {
    const answer = await stage.call('StartChangeSet', { Catalog: undefined, ...request }, sender);
    const id = String(answer['ChangeSetId']);
    await stage.clock.advance(60_000);
    const { Status, ChangeSet } = await stage.describe(id, sender);
    const errors = ChangeSet.flatMap(({ ErrorDetailList }) => ErrorDetailList);
    return {
      accepted: Status === 'SUCCEEDED',
      message: errors.map(({ ErrorCode, ErrorMessage }) => `${ErrorCode} ${ErrorMessage}`).join('\n'),
    };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { accepted: false, message: error.message };
  }
}

/** Every member of every object in a JSON value, by path. */
function membersOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return Array.isArray(value) ? membersOf(inner, here) : [here, ...membersOf(inner, here)];
  });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Json)[key], value);
}

/** A copy with one member replaced; undefined removes it. */
function replaced(value: object, path: Path, replacement: unknown): Json {
  const copy = structuredClone(value) as Json;
  const parent = valueAt(copy, path.slice(0, -1)) as Json;
  const last = String(path.at(-1));
  if (replacement === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = replacement;
  return copy;
}

function wrongTypeOf(value: unknown): unknown {
  if (typeof value === 'string') return 17;
  if (typeof value === 'number') return 'seventeen';
  return Array.isArray(value) ? { a: 1 } : 'text';
}

const named = (path: Path) => String(path.filter((key) => typeof key === 'string').at(-1));
const endsWith =
  (...keys: string[]) =>
  (path: Path) =>
    keys.includes(String(path.at(-1)));

/** Members that may be left out: the request is then another one, and a good one. */
const OPTIONAL: readonly (readonly [file: RegExp, members: readonly string[]])[] = [
  [/CreateDraftPrivateOffer/, ['Name']],
  [/CreateDraftCppoOffer/, ['Name', 'Description']],
  [/CreateSaasProductCustomDimensionAndPrivateOffer/, ['ChangeSetName']],
  // The name stands in the creation and again in UpdateInformation.
  [/Replacement/, ['Name']],
  [/resaleAuthorization/, ['Description']],
  // Availability without a member is a longer one; the shape of legal documents knows no version.
  [/Onetime(?!.*Flexible)/, ['OffersMaxQuantity']],
  [/Multiuse/, ['AvailabilityEndDate']],
];
const mayBeMissing = (file: string, path: Path) =>
  OPTIONAL.some(([pattern, members]) => pattern.test(file) && members.includes(named(path)));

const files = Object.keys(SAMPLE_PLANS);
const contradictions = files.filter((file) => SAMPLE_PLANS[file]?.contradiction !== undefined);

describe.skipIf(samplesFolder === null)(`the change sets that AWS published (${samplesFolder ?? NO_SAMPLES})`, () => {
  test('are all of the folder', () => {
    const published = readdirSync(join(samplesFolder ?? '', 'aws-change-sets'), { recursive: true });
    const named = published.map((file) => String(file).replaceAll('\\', '/'));
    expect(named.filter((file) => file.endsWith('.json')).sort()).toEqual([...files].sort());
  });

  test.each(files.filter((file) => !contradictions.includes(file)))('%s is accepted as it stands', async (file) => {
    const stage = createCatalogStage();
    const outcome = await send(stage, { ...readSampleAsPublished(file, stage) }, file);
    expect(outcome).toEqual({ accepted: true, message: '' });
  });

  test.each(contradictions)('%s is refused for what contradicts the reference', async (file) => {
    const stage = createCatalogStage();
    const outcome = await send(stage, { ...readSampleAsPublished(file, stage) }, file);
    expect(outcome.accepted).toBe(false);
    expect(outcome.message).toContain(SAMPLE_PLANS[file]?.contradiction?.names);
  });

  test.each(files)('%s is accepted and succeeds', async (file) => {
    const stage = createCatalogStage();
    expect(await send(stage, { ...readSampleRequest(file, stage) }, file)).toEqual({ accepted: true, message: '' });
  });

  test.each(files)('%s is refused when a member is missing, and the member is named', async (file) => {
    const whole = readSampleRequest(file, createCatalogStage());
    for (const path of membersOf(whole)) {
      const stage = createCatalogStage();
      const outcome = await send(stage, replaced(whole, path, undefined), file);
      const optional = mayBeMissing(file, path);
      expect({ path, accepted: outcome.accepted }).toEqual({ path, accepted: optional });
      if (!optional) expect(outcome.message, path.join('.')).toContain(named(path));
    }
  });

  test.each(files)('%s is refused when a member has the wrong type, and the member is named', async (file) => {
    const whole = readSampleRequest(file, createCatalogStage());
    for (const path of membersOf(whole)) {
      const stage = createCatalogStage();
      const outcome = await send(stage, replaced(whole, path, wrongTypeOf(valueAt(whole, path))), file);
      expect({ path, accepted: outcome.accepted }).toEqual({ path, accepted: false });
      expect(outcome.message, path.join('.')).toContain(named(path));
    }
  });

  test.each(files)('%s is refused with a member that AWS does not know', async (file) => {
    const whole = readSampleRequest(file, createCatalogStage());
    const details = membersOf(whole).filter((path) => path.includes('DetailsDocument'));
    const objects = details.filter((path) => {
      const value = valueAt(whole, path);
      return typeof value === 'object' && !Array.isArray(value);
    });
    for (const path of objects) {
      const outcome = await send(createCatalogStage(), replaced(whole, [...path, 'Surprise'], 'x'), file);
      expect({ path, accepted: outcome.accepted }).toEqual({ path, accepted: false });
      expect(outcome.message).toContain('Surprise');
    }
  });

  const spoilt: { what: string; at: (path: Path) => boolean; values: unknown[] }[] = [
    {
      what: 'a date that is none',
      at: endsWith('AvailabilityEndDate', 'AgreementEndDate', 'ChargeDate'),
      values: ['2027-02-30', '31.12.2027', '2027-1-5', '2027-01-05T00:00:00Z', ''],
    },
    {
      what: 'a price that is none',
      at: endsWith('Price', 'ChargeAmount'),
      values: ['-1', '1e3', '1,5', '0.123456789', '100000001', ' 1', '', 'free'],
    },
    {
      what: 'a duration that is none',
      at: (path) =>
        endsWith('AgreementDuration', 'Duration')(path) || (endsWith('Value')(path) && path.includes('Selector')),
      values: ['P2W', 'P', '12M', 'P1Y2D3M', 'PT5H', 'P0D'],
    },
    { what: 'a currency that is none', at: endsWith('CurrencyCode'), values: ['usd', 'JPN', 'XXX', 'US'] },
    { what: 'a dimension that the product lacks', at: endsWith('DimensionKey'), values: ['nowhere', 'white space'] },
    { what: 'an old standard contract', at: endsWith('Version'), values: ['2019-04-24', 'latest'] },
    {
      what: 'an unknown kind of term',
      at: (path) => endsWith('Type')(path) && path.includes('Terms'),
      values: ['NoSuchTerm'],
    },
    { what: 'an unknown pricing model', at: endsWith('PricingModel'), values: ['Barter', 'contract'] },
    {
      what: "somebody else's product",
      at: endsWith('ProductId'),
      values: [seedId('prod', 'inkwell'), 'prod-doesnotexist'],
    },
    {
      what: "somebody else's entity",
      at: (path) => endsWith('Identifier')(path),
      values: [
        seedId('offer', 'inkwell active'),
        seedId('prod', 'inkwell'),
        'offer-doesnotexist',
        '$Nobody.Entity.Identifier',
      ],
    },
    {
      what: 'an authorization that is not to be had',
      at: endsWith('ResaleAuthorizationId'),
      values: [seedId('resaleauthz', 'inkwell bramblegate'), seedId('resaleauthz', 'krill consumed'), 'x y'],
    },
    {
      what: "somebody else's agreement",
      at: endsWith('AgreementId'),
      values: ['agmt-doesnotexist', 'agmt x'],
    },
    { what: 'an account that is none', at: endsWith('ResellerAccountId'), values: ['12', '11112222333a', BUYER] },
    { what: 'a quantity that is none', at: endsWith('OffersMaxQuantity', 'MaxQuantity'), values: [0, -1, 1.5] },
    { what: 'a percentage that is none', at: endsWith('Percentage'), values: ['-5', '5%', '5,0', ''] },
    {
      what: 'an address that cannot be read',
      at: endsWith('Url'),
      values: ['ftp://x/y.pdf', `https://example.com/a.pdf`],
    },
  ];

  test.each(spoilt)('are refused with $what, and the member is named', async ({ at, values }) => {
    let tried = 0;
    for (const file of files) {
      const whole = readSampleRequest(file, createCatalogStage());
      for (const path of membersOf(whole).filter(at)) {
        for (const value of values) {
          tried += 1;
          const outcome = await send(createCatalogStage(), replaced(whole, path, value), file);
          expect({ file, path, value, accepted: outcome.accepted }).toEqual({ file, path, value, accepted: false });
          expect(outcome.message, `${file} ${path.join('.')} ${String(value)}`).toContain(named(path));
        }
      }
    }
    expect(tried).toBeGreaterThan(0);
  });

  test.each([
    ['UpdateInformation', 'MISSING_NAME'],
    ['UpdateTargeting', 'MISSING_BUYER_ACCOUNTS'],
    ['UpdateLegalTerms', 'MISSING_MANDATORY_TERMS'],
    ['UpdatePricingTerms', 'MISSING_MANDATORY_TERMS'],
    ['UpdateAvailability', 'MISSING_AVAILABILITY_END_DATE'],
  ])('are refused without %s', async (changeType, code) => {
    for (const file of files.filter((name) => name.startsWith('offers/CreatePrivateOffer'))) {
      const stage = createCatalogStage();
      const whole = readSampleRequest(file, stage);
      const ChangeSet = whole.ChangeSet.filter(({ ChangeType }) => ChangeType !== changeType);
      const outcome = await send(stage, { ...whole, ChangeSet }, file);
      expect({ file, accepted: outcome.accepted }).toEqual({ file, accepted: false });
      expect(outcome.message).toContain(code);
    }
  });
});
