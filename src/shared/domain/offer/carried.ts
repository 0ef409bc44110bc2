/** Members of known terms that this version does not know: found when reading, put back when sending. */
import type { CarriedMember } from './draft.ts';

/** What we know of a value: its members, the entries of a list with their key, or a plain value that we read whole. */
type Shape = 'value' | { readonly members: Readonly<Record<string, Shape>> } | ListShape;
interface ListShape {
  readonly entries: Shape;
  /** Names an entry, so that a member finds its entry again after rows were moved. */
  readonly keyOf: (entry: Readonly<Record<string, unknown>>) => string;
}

const byKey = (key: string) => (entry: Readonly<Record<string, unknown>>) => String(entry[key]).slice(0, 100);
const members = (...names: string[]): Shape => ({ members: Object.fromEntries(names.map((name) => [name, 'value'])) });

const priceList: Shape = { entries: members('DimensionKey', 'Price'), keyOf: byKey('DimensionKey') };

function selectorOf(entry: Readonly<Record<string, unknown>>): string {
  const selector = entry['Selector'];
  return isRecord(selector) ? String(selector['Value']) : 'usage';
}

/** Every member that `parseOffer` reads and `compileOffer` writes, by type of term or rule. */
const KNOWN: Readonly<Record<string, Shape>> = {
  Offer: members(
    'Id',
    'State',
    'Name',
    'Description',
    'ProductId',
    'OfferSetId',
    'ResaleAuthorizationId',
    'MarkupPercentage',
    'PreExistingAgreement',
    'Terms',
    'Rules',
  ),
  UsageBasedPricingTerm: {
    members: {
      Type: 'value',
      CurrencyCode: 'value',
      RateCards: { entries: { members: { RateCard: priceList } }, keyOf: selectorOf },
    },
  },
  ConfigurableUpfrontPricingTerm: {
    members: {
      Type: 'value',
      CurrencyCode: 'value',
      RateCards: {
        entries: {
          members: {
            Selector: members('Type', 'Value'),
            Constraints: members('MultipleDimensionSelection', 'QuantityConfiguration'),
            RateCard: priceList,
          },
        },
        keyOf: selectorOf,
      },
    },
  },
  FixedUpfrontPricingTerm: {
    members: {
      Type: 'value',
      CurrencyCode: 'value',
      Price: 'value',
      Duration: 'value',
      Grants: { entries: members('DimensionKey', 'MaxQuantity'), keyOf: byKey('DimensionKey') },
    },
  },
  FreeTrialPricingTerm: {
    members: {
      Type: 'value',
      Duration: 'value',
      Grants: { entries: members('DimensionKey', 'MaxQuantity'), keyOf: byKey('DimensionKey') },
    },
  },
  PaymentScheduleTerm: {
    members: {
      Type: 'value',
      CurrencyCode: 'value',
      Schedule: {
        entries: members('ChargeDate', 'ChargeAmount'),
        keyOf: (entry) => String(entry['ChargeDate']).slice(0, 10),
      },
    },
  },
  ValidityTerm: members('Type', 'AgreementDuration', 'AgreementStartDate', 'AgreementEndDate'),
  LegalTerm: {
    members: {
      Type: 'value',
      Documents: { entries: members('Type', 'Version', 'Url'), keyOf: byKey('Type') },
    },
  },
  NetPaymentTerm: members('Type', 'PaymentDuePeriod'),
  SupportTerm: members('Type', 'RefundPolicy'),
  CustomerVerificationTerm: members('Type', 'ApprovalStrategy', 'ExpirationDuration'),
  RenewalTerm: {
    members: {
      Type: 'value',
      LockoutPeriod: 'value',
      AdjustmentDeadline: 'value',
      MaxRenewals: 'value',
      PriceIncrease: {
        members: { Type: 'value', Value: 'value', Range: members('MinValue', 'MaxValue', 'DefaultValue') },
      },
      TermTemplates: {
        entries: {
          members: {
            Type: 'value',
            Schedule: {
              entries: members('ChargeDateOffset', 'ChargePercentage', 'DayOfMonth'),
              keyOf: byKey('ChargeDateOffset'),
            },
          },
        },
        keyOf: byKey('Type'),
      },
    },
  },
  AvailabilityRule: members('Type', 'AvailabilityEndDate'),
  TargetingRule: {
    members: { Type: 'value', PositiveTargeting: members('BuyerAccounts', 'CountryCodes') },
  },
};

/** Members of `value` that the owner's shape does not name. A member that is null holds nothing to lose. */
export function collectUnknownMembers(owner: string, value: unknown): CarriedMember[] {
  const shape = KNOWN[owner];
  return shape ? walk(value, shape, []).map((member) => ({ owner, ...member })) : [];
}

interface FoundMember {
  readonly path: string[];
  readonly value: unknown;
}

function walk(value: unknown, shape: Shape, path: string[]): FoundMember[] {
  if (shape === 'value') return [];
  if ('members' in shape) {
    if (!isRecord(value)) return [];
    return Object.entries(value).flatMap(([name, member]) => {
      const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      if (known !== undefined) return walk(member, known, [...path, name]);
      return member === null || member === undefined ? [] : [{ path: [...path, name], value: member }];
    });
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) =>
    isRecord(entry) ? walk(entry, shape.entries, [...path, shape.keyOf(entry)]) : [],
  );
}

/** A copy of `target` with the member in its place again; null where its place no longer exists. */
export function restoreMember<T extends object>(target: T, member: CarriedMember): T | null {
  const shape = KNOWN[member.owner];
  if (!shape) return null;
  const restored = place(target, shape, member.path, member.value);
  return restored === null ? null : (restored as T);
}

function place(target: unknown, shape: Shape, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || shape === 'value') return null;
  if ('members' in shape) {
    if (!isRecord(target)) return null;
    if (rest.length === 0) return { ...target, [step]: value };
    const inner = shape.members[step];
    const placed = inner === undefined ? null : place(target[step], inner, rest, value);
    return placed === null ? null : { ...target, [step]: placed };
  }
  if (!Array.isArray(target)) return null;
  const entries: unknown[] = target;
  const index = entries.findIndex((entry) => isRecord(entry) && shape.keyOf(entry) === step);
  const placed = index < 0 ? null : place(entries[index], shape.entries, rest, value);
  return placed === null ? null : entries.with(index, placed);
}

/** The name under which a refusal speaks of a member: `UsageBasedPricingTerm.RateCards.usage.Tier`. */
export function nameOfMember({ owner, path }: CarriedMember): string {
  return [owner, ...path].join('.');
}

/** The `Type` of a carried term or rule, or a placeholder where it has none. */
export function typeOfTerm(term: unknown): string {
  return isRecord(term) && typeof term['Type'] === 'string' ? term['Type'] : 'unknown';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
