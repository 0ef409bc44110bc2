/** Reads the filters of `ListEntities`, typed or legacy, into one test for an entity. */
import { invalidField } from '../errors.ts';
import { isCalendarDay } from '../instants.ts';
import { nameOf, type Entity } from '../model.ts';
import type { FilterForm, FilterRule, ListableType } from './filter-tables.ts';
import { typedSummary } from './summaries.ts';

export type EntityTest = (entity: Entity) => boolean;

const MOST_FILTERS = 8;
const MOST_VALUES = 10;
const FILTER_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const LEGACY_FILTERS = ['EntityId', 'Name'];

/** The value(s) that a filter or a sort key looks at. */
export function listedValue(entity: Entity, key: string): unknown {
  if (key === 'EntityId') return entity.id;
  if (key === 'LastModifiedDate') return entity.modifiedAt;
  return typedSummary(entity)[key] ?? null;
}

/** `EntityTypeFilters`: a union of exactly one member, which must fit the type that is listed. */
export function readTypedFilters(union: unknown, type: ListableType): EntityTest {
  if (union === undefined || union === null) return () => true;
  const filters = soleMember(union, 'EntityTypeFilters', type.filterMember);
  const given = Object.entries(filters).filter(([, filter]) => filter !== undefined && filter !== null);
  if (given.length > MOST_FILTERS) throw invalidField('EntityTypeFilters', `at most ${MOST_FILTERS} filters.`);
  const tests: EntityTest[] = [];
  let wildcards = 0;
  for (const [key, filter] of given) {
    const field = `EntityTypeFilters.${type.filterMember}.${key}`;
    const rule = type.filters[key];
    if (!rule) throw invalidField(field, 'unknown filter for this entity type.');
    const forms = readForms(filter, field, rule);
    if (forms.some(([form]) => form === 'WildCardValue')) wildcards += 1;
    for (const [form, value] of forms) tests.push(formTest({ key, field, rule }, form, value));
  }
  if (wildcards > 1) throw invalidField('EntityTypeFilters', 'at most one wildcard filter in a request.');
  return (entity) => tests.every((test) => test(entity));
}

/** The older `FilterList[{Name, ValueList}]`. */
export function readLegacyFilters(list: unknown): EntityTest {
  if (list === undefined || list === null) return () => true;
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST_FILTERS) {
    throw invalidField('FilterList', `a list of 1 to ${MOST_FILTERS} filters.`);
  }
  const tests = list.map((filter: unknown, index): EntityTest => {
    const { Name, ValueList } = asObject(filter, `FilterList.${index}`);
    if (typeof Name !== 'string' || !LEGACY_FILTERS.includes(Name)) {
      throw invalidField(`FilterList.${index}.Name`, `must be one of ${LEGACY_FILTERS.join(', ')}.`);
    }
    const values = readValues(ValueList, `FilterList.${index}.ValueList`, { forms: ['ValueList'] });
    if (Name === 'EntityId') return (entity) => values.includes(entity.id);
    return (entity) => values.includes(nameOf(entity) ?? '');
  });
  return (entity) => tests.every((test) => test(entity));
}

/** The one member of a union; anything else is refused by name. */
export function soleMember(union: unknown, field: string, expected: string): Record<string, unknown> {
  const members = Object.entries(asObject(union, field)).filter(([, value]) => value !== undefined && value !== null);
  const [member] = members;
  if (!member || members.length !== 1) throw invalidField(field, 'exactly one member must be set.');
  if (member[0] !== expected)
    throw invalidField(field, `must hold ${expected} for this entity type, not ${member[0]}.`);
  return asObject(member[1], `${field}.${expected}`);
}

export function asObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidField(field, 'must be an object.');
  return value as Record<string, unknown>;
}

function readForms(filter: unknown, field: string, rule: FilterRule): [FilterForm, unknown][] {
  const given = Object.entries(asObject(filter, field)).filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 0) throw invalidField(field, `must hold ${rule.forms.join(' or ')}.`);
  return given.map(([form, value]) => {
    const known = rule.forms.find((allowed) => allowed === form);
    if (!known)
      throw invalidField(`${field}.${form}`, `not supported here; this filter takes ${rule.forms.join(' or ')}.`);
    return [known, value];
  });
}

interface FilterSite {
  readonly key: string;
  readonly field: string;
  readonly rule: FilterRule;
}

function formTest({ key, field, rule }: FilterSite, form: FilterForm, value: unknown): EntityTest {
  switch (form) {
    case 'ValueList': {
      const values = new Set(readValues(value, `${field}.ValueList`, rule));
      return (entity) => texts(listedValue(entity, key)).some((text) => values.has(text));
    }
    case 'WildCardValue': {
      const wanted = readText(value, `${field}.WildCardValue`, rule).toLowerCase();
      return (entity) => texts(listedValue(entity, key)).some((text) => text.toLowerCase().includes(wanted));
    }
    case 'DateRange': {
      const { after, before } = readRange(value, `${field}.DateRange`);
      return (entity) =>
        texts(listedValue(entity, key)).some((text) => (!after || text >= after) && (!before || text <= before));
    }
  }
}

function readValues(value: unknown, field: string, rule: FilterRule): string[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > MOST_VALUES) {
    throw invalidField(field, `must be a list of 1 to ${MOST_VALUES} values.`);
  }
  return value.map((item: unknown, index) => {
    const text = readText(item, `${field}.${index}`, rule);
    if (rule.values && !rule.values.includes(text)) {
      throw invalidField(`${field}.${index}`, `must be one of ${rule.values.join(', ')}.`);
    }
    return text;
  });
}

function readText(value: unknown, field: string, rule: FilterRule): string {
  if (typeof value !== 'string' || value === '') throw invalidField(field, 'must be a text of at least one character.');
  if (rule.maxLength !== undefined && value.length > rule.maxLength) {
    throw invalidField(field, `must be at most ${rule.maxLength} characters long.`);
  }
  if (rule.pattern && !rule.pattern.test(value)) throw invalidField(field, `must match ${rule.pattern.source}.`);
  return value;
}

function readRange(value: unknown, field: string): { after: string | null; before: string | null } {
  const range = asObject(value, field);
  const read = (name: string): string | null => {
    const bound = range[name];
    if (bound === undefined || bound === null) return null;
    if (typeof bound !== 'string' || !FILTER_INSTANT.test(bound) || !isCalendarDay(bound.slice(0, 10))) {
      throw invalidField(`${field}.${name}`, 'must be written YYYY-MM-DDTHH:MM:SSZ.');
    }
    return bound;
  };
  const bounds = { after: read('AfterValue'), before: read('BeforeValue') };
  if (!bounds.after && !bounds.before) throw invalidField(field, 'must hold AfterValue, BeforeValue or both.');
  return bounds;
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null ? [] : [String(value)];
}
