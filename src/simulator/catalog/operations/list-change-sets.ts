/** ListChangeSets: the caller's change sets by filters that all must hold. */
import type { ChangeSetRecord } from '../change-sets/record.ts';
import { invalidField } from '../errors.ts';
import { asObject } from '../listing/filters.ts';
import { pageOf } from '../listing/paging.ts';
import { changeSetEntityIds, changeSetSummary } from '../listing/summaries.ts';
import { checkCatalog, type Operation, type OperationInput } from './operation.ts';

type ChangeSetTest = (record: ChangeSetRecord) => boolean;

const MOST_FILTERS = 8;
const MOST_VALUES = 10;
// The SDK's text says 60 days, the quota page 90: clients must live with 60.
const HISTORY_MS = 60 * 86_400_000;

const FILTERS: Readonly<Record<string, (values: readonly string[]) => ChangeSetTest>> = {
  EntityId: (values) => (record) =>
    [...changeSetEntityIds(record), ...record.referredEntityIds].some((id) => values.includes(id)),
  ChangeSetName: (values) => (record) => values.includes(record.name),
  Status: (values) => (record) => values.includes(record.status),
  BeforeStartTime: (values) => (record) => values.some((bound) => record.startTime < bound),
  AfterStartTime: (values) => (record) => values.some((bound) => record.startTime > bound),
  BeforeEndTime: (values) => (record) => values.some((bound) => record.endTime !== null && record.endTime < bound),
  AfterEndTime: (values) => (record) => values.some((bound) => record.endTime !== null && record.endTime > bound),
};
const STATUSES = ['PREPARING', 'APPLYING', 'SUCCEEDED', 'CANCELLED', 'FAILED'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export const listChangeSets: Operation = (input, caller, { store, deps }) => {
  checkCatalog(input);
  const tests = readFilters(input['FilterList']);
  const { sortBy, descending } = readSort(input);
  const oldest = deps.clock.now() - HISTORY_MS;
  const records = [...store.changeSets.values()].filter(
    (record) =>
      record.owner === caller.accountId &&
      Date.parse(record.startTime) >= oldest &&
      tests.every((test) => test(record)),
  );
  const { NextToken, MaxResults, ...question } = input;
  const key = (record: ChangeSetRecord) => (sortBy === 'StartTime' ? record.startTime : (record.endTime ?? ''));
  const page = pageOf(
    records,
    { descending, key, id: (record) => record.id },
    {
      question: { ...question, account: caller.accountId },
      token: NextToken,
      maxResults: MaxResults,
      largestPage: 20,
      defaultPage: 20,
    },
  );
  return { ChangeSetSummaryList: page.items.map(changeSetSummary), NextToken: page.nextToken };
};

function readFilters(list: unknown): ChangeSetTest[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST_FILTERS) {
    throw invalidField('FilterList', `must be a list of 1 to ${MOST_FILTERS} filters.`);
  }
  return list.map((filter: unknown, index) => {
    const { Name, ValueList } = asObject(filter, `FilterList.${index}`);
    const make = typeof Name === 'string' && Object.hasOwn(FILTERS, Name) ? FILTERS[Name] : undefined;
    if (!make || typeof Name !== 'string') {
      throw invalidField(`FilterList.${index}.Name`, `must be one of ${Object.keys(FILTERS).join(', ')}.`);
    }
    return make(readValues(ValueList, Name, `FilterList.${index}.ValueList`));
  });
}

function readValues(list: unknown, name: string, field: string): string[] {
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST_VALUES) {
    throw invalidField(field, `must be a list of 1 to ${MOST_VALUES} values.`);
  }
  return list.map((value: unknown, index) => {
    if (typeof value !== 'string' || value === '') throw invalidField(`${field}.${index}`, 'must be a text.');
    if (name === 'Status' && !STATUSES.includes(value)) {
      throw invalidField(`${field}.${index}`, `must be one of ${STATUSES.join(', ')}.`);
    }
    if (name.endsWith('Time') && !INSTANT.test(value)) {
      throw invalidField(`${field}.${index}`, 'must be written YYYY-MM-DDTHH:MM:SSZ.');
    }
    return value;
  });
}

function readSort(input: OperationInput): { sortBy: 'StartTime' | 'EndTime'; descending: boolean } {
  const sort = input['Sort'] === undefined || input['Sort'] === null ? {} : asObject(input['Sort'], 'Sort');
  const sortBy = sort['SortBy'] ?? 'StartTime';
  const sortOrder = sort['SortOrder'] ?? 'DESCENDING';
  if (sortBy !== 'StartTime' && sortBy !== 'EndTime')
    throw invalidField('Sort.SortBy', 'must be StartTime or EndTime.');
  if (sortOrder !== 'ASCENDING' && sortOrder !== 'DESCENDING') {
    throw invalidField('Sort.SortOrder', 'must be ASCENDING or DESCENDING.');
  }
  return { sortBy, descending: sortOrder === 'DESCENDING' };
}
