/** An opportunity as a file: the members of a draft that a person writes, readable, without what only AWS or this machine knows. */
import { z } from 'zod';
import {
  associationSchema,
  type contactSchema,
  createOpportunityDraft,
  emptyContact,
  nameOfOpportunity,
  opportunityDraftSchema,
  type spendSchema,
  type OpportunityDraft,
} from './draft.ts';
import { isObject, isSame, type JsonObject } from './record.ts';

export const OPPORTUNITY_FILE_VERSION = 1;

type AnySchema = z.core.$ZodType;

/** Everything may be left out, and nothing may be misspelt. */
function loosely(schema: AnySchema): z.ZodType {
  const { def } = (schema as z.ZodType)._zod as { def: z.core.$ZodTypeDef };
  if (def.type === 'array') return z.array(loosely((def as z.core.$ZodArrayDef).element));
  if (def.type !== 'object') return schema as z.ZodType;
  const { others: _others, ...shape } = (def as z.core.$ZodObjectDef).shape as Record<string, AnySchema>;
  return z.strictObject(
    Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, loosely(member).optional()])),
  );
}

const { lifeCycle, ...shape } = opportunityDraftSchema.shape;
const {
  schemaVersion: _version,
  name: _name,
  target: _target,
  clonedFrom: _from,
  carried: _carried,
  associations: _associations,
  ...members
} = shape;
const { nextStepsHistory: _history, reviewStatus: _status, reviewComments: _comments, ...stages } = lifeCycle.shape;
const { reviewStatusReason: _reason, ...written } = stages;

const bodySchema = z.strictObject({
  ...Object.fromEntries(Object.entries(members).map(([name, member]) => [name, loosely(member).optional()])),
  lifeCycle: loosely(z.object(written)).optional(),
  associations: z
    .array(z.strictObject({ ...associationSchema.shape, name: associationSchema.shape.name.optional() }))
    .optional(),
});

export const opportunityFileSchema = z
  .strictObject({
    format: z.literal('offerdeck-opportunity'),
    version: z.literal(OPPORTUNITY_FILE_VERSION),
    changes: z
      .string()
      .regex(/^O[0-9]{1,19}$/)
      .optional()
      .describe('Id of the opportunity at AWS that this file changes; without it a new one is made.'),
    opportunity: bodySchema,
  })
  .meta({
    title: 'Offerdeck opportunity',
    description:
      'A co-sell opportunity. What a file does not name is as AWS holds it, or as in an empty opportunity; a list that it names replaces the whole list.',
  });
export type OpportunityFile = z.infer<typeof opportunityFileSchema>;

const emptySpend = (): z.infer<typeof spendSchema> => ({
  amount: '',
  currencyCode: 'USD',
  frequency: 'Monthly',
  targetCompany: 'AWS',
  estimationUrl: '',
});

/** What entries of lists are filled up with. */
const ENTRIES: Readonly<Record<string, () => object>> = {
  contacts: emptyContact satisfies () => z.infer<typeof contactSchema>,
  opportunityTeam: emptyContact,
  expectedCustomerSpend: emptySpend,
  associations: () => ({ name: '' }),
};

/** The draft that a file means, upon a new one or upon what AWS holds. */
export function fromOpportunityFile({ opportunity }: OpportunityFile, held: OpportunityDraft | null): OpportunityDraft {
  const merged = put(held ?? createOpportunityDraft(), opportunity) as OpportunityDraft;
  return { ...merged, name: nameOfOpportunity(merged) };
}

function put(base: unknown, given: unknown, name = ''): unknown {
  if (Array.isArray(given)) {
    const empty = ENTRIES[name];
    if (!empty) return given;
    const before: readonly unknown[] = Array.isArray(base) ? base : [];
    // Members that this version does not know stay with the entry in the same place.
    const others = (index: number) => pick(isObject(before[index]) ? before[index] : {}, ['others']);
    return given.map((entry: unknown, index) => ({ ...empty(), ...others(index), ...(entry as object) }));
  }
  if (!isObject(given)) return given;
  const result: JsonObject = { ...(isObject(base) ? base : {}) };
  for (const [key, value] of Object.entries(given)) if (value !== undefined) result[key] = put(result[key], value, key);
  return result;
}

/** Only what differs from an empty opportunity, always in the same order. */
export function toOpportunityFile(draft: OpportunityDraft): JsonObject {
  const empty = createOpportunityDraft();
  const order = [...Object.keys(members), 'lifeCycle', 'associations'];
  const own: JsonObject = { ...draft, lifeCycle: pick(draft.lifeCycle, Object.keys(written)) };
  const opportunity = Object.fromEntries(
    order.flatMap((name) => {
      const value = differing(own[name], (empty as JsonObject)[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    format: 'offerdeck-opportunity',
    version: OPPORTUNITY_FILE_VERSION,
    ...(draft.target ? { changes: draft.target.opportunityId } : {}),
    opportunity,
  };
}

function pick(value: object, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}

function differing(value: unknown, usual: unknown): unknown {
  if (isSame(value, usual)) return undefined;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const found = Object.entries(value).flatMap(([name, member]) => {
    const inner = differing(member, isObject(usual) ? usual[name] : undefined);
    return inner === undefined || inner === '' ? [] : [[name, inner] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function withoutEmpty(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([name, value]) => value !== '' && name !== 'others'));
}
