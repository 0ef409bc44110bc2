/** What the service knows about one change type: the shape of its details and what it does to its entity. */
import { z } from 'zod';
import {
  isProduct,
  type AgreementRecord,
  type Entity,
  type OfferEntity,
  type ProductEntity,
  type Term,
  type TermGroup,
} from '../model.ts';

/** The surroundings of one change while its set is processed. */
export interface ChangeSite {
  readonly owner: string;
  /** Instant at which the set is processed. */
  readonly now: string;
  /** A fresh id with the entity's prefix. */
  readonly newId: (prefix: string) => string;
  /** Another entity, as it is at this point of the change set. */
  readonly entity: (id: string) => Entity | undefined;
  readonly agreement: (id: string) => AgreementRecord | undefined;
  /** What an account is called; empty for one that sells nothing. */
  readonly legalName: (accountId: string) => string;
}

interface DetailIssue {
  readonly field: string;
  readonly message: string;
}

export interface ChangeType {
  /** Makes a new entity, so no identifier is given. */
  readonly creates: boolean;
  /** What is wrong with the shape of the details; found before anything is started. */
  readonly check: (details: unknown) => DetailIssue[];
  /** The entity afterwards; `before` is null for a creation. Details were checked. */
  readonly apply: (details: unknown, before: Entity | null, site: ChangeSite) => Entity;
}

export function creation<T>(schema: z.ZodType<T>, make: (details: T, site: ChangeSite) => Entity): ChangeType {
  return {
    creates: true,
    check: (details) => issuesOf(schema, details),
    apply: (details, _before, site) => make(schema.parse(details), site),
  };
}

type EntityOf<K extends Entity['type']> = Extract<Entity, { readonly type: K }>;

/** A change of entities of one type. */
export function entityUpdate<K extends Entity['type'], T>(
  type: K,
  schema: z.ZodType<T>,
  change: (details: T, before: EntityOf<K>, site: ChangeSite) => Entity,
): ChangeType {
  return {
    creates: false,
    check: (details) => issuesOf(schema, details),
    apply: (details, before, site) => {
      if (before?.type !== type) throw new Error(`This change is for ${type} entities.`);
      return change(schema.parse(details), before as EntityOf<K>, site);
    },
  };
}

export function offerUpdate<T>(
  schema: z.ZodType<T>,
  change: (details: T, before: OfferEntity, site: ChangeSite) => OfferEntity,
): ChangeType {
  return entityUpdate('Offer', schema, change);
}

export function productUpdate<T>(
  schema: z.ZodType<T>,
  change: (details: T, before: ProductEntity) => ProductEntity,
): ChangeType {
  return {
    creates: false,
    check: (details) => issuesOf(schema, details),
    apply: (details, before) => {
      if (!before || !isProduct(before)) throw new Error('This change is for products.');
      return change(schema.parse(details), before);
    },
  };
}

/** A change that replaces the whole list of one kind of terms. */
export function termsUpdate<T extends Term>(group: TermGroup, terms: z.ZodType<T[]>): ChangeType {
  return offerUpdate(z.strictObject({ Terms: terms }), ({ Terms }, offer) => ({
    ...offer,
    terms: { ...offer.terms, [group]: Terms },
  }));
}

function issuesOf(schema: z.ZodType, details: unknown): DetailIssue[] {
  const result = schema.safeParse(details);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): DetailIssue[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.'), message: plainMessage(issue) }];
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'unknown member' }));
  });
}

function plainMessage(issue: z.core.$ZodIssue): string {
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return missing ? 'is required' : issue.message;
}
