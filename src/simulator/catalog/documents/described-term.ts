/** A term as DescribeEntity shows it: amounts without trailing zeros, days as instants, links to documents signed anew. */
import type { SimulatorClock } from '../../types.ts';
import { endOfDay, startOfDay } from '../instants.ts';
import type { JsonObject, Term } from '../model.ts';
import { plainDecimal } from '../rules/decimals.ts';
import { temporaryLink } from './temporary-link.ts';

const AMOUNTS = new Set(['Price', 'ChargeAmount', 'Value', 'MinValue', 'MaxValue', 'DefaultValue', 'ChargePercentage']);
const DECIMAL = /^\d*\.?\d+$/;
const DAY_STARTS = new Set(['ChargeDate', 'AgreementStartDate', 'MaximumAgreementStartDate']);
const DAY_ENDS = new Set(['AgreementEndDate']);

export function describedTerm(term: Term, clock: SimulatorClock): Term {
  const described = describedValue('', term) as Term;
  if ('Documents' in term) return withTemporaryLinks(described, clock);
  return 'Schedule' in term ? inOrderOfDate(described) : described;
}

function describedValue(member: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => describedValue('', item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, describedValue(name, inner)]));
  }
  if (typeof value !== 'string') return value;
  // `Value` is a percentage in a price increase and a duration in a selector.
  if (AMOUNTS.has(member) && DECIMAL.test(value)) return plainDecimal(value);
  if (DAY_STARTS.has(member)) return startOfDay(value);
  if (DAY_ENDS.has(member)) return endOfDay(value);
  return value;
}

function inOrderOfDate(term: Term): Term {
  const schedule = [...((term['Schedule'] ?? []) as { ChargeDate: string }[])];
  schedule.sort((a, b) => (a.ChargeDate < b.ChargeDate ? -1 : 1));
  return { ...term, Schedule: schedule };
}

function withTemporaryLinks(term: Term, clock: SimulatorClock): Term {
  const documents = (term['Documents'] ?? []) as JsonObject[];
  return {
    ...term,
    Documents: documents.map((document) =>
      typeof document['Url'] === 'string' ? { ...document, Url: temporaryLink(document['Url'], clock) } : document,
    ),
  };
}
