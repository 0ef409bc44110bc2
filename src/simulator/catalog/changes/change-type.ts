/** What the service knows about one change type: the shape of its details and what it does to its entity. */
import { z } from 'zod';
import { isProduct, type Entity, type OfferEntity, type ProductEntity, type Term, type TermGroup } from '../model.ts';

/** The surroundings of one change while its set is processed. */
export interface ChangeSite {
  readonly owner: string;
  /** Instant at which the set is processed. */
  readonly now: string;
  /** A fresh id with the entity's prefix. */
  readonly newId: (prefix: string) => string;
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

export function offerUpdate<T>(
  schema: z.ZodType<T>,
  change: (details: T, before: OfferEntity, site: ChangeSite) => OfferEntity,
): ChangeType {
  return {
    creates: false,
    check: (details) => issuesOf(schema, details),
    apply: (details, before, site) => {
      if (before?.type !== 'Offer') throw new Error('This change is for offers.');
      return change(schema.parse(details), before, site);
    },
  };
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
