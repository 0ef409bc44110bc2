/** Rules that hold for many fields alike: what is required, what is too long, what is in none of AWS's lists. */
import { FIELDS, fieldOf } from '../fields.ts';
import { PICKLISTS, toKnownValue, type PicklistName } from '../picklists.ts';
import { COUNTRIES } from '../places.ts';
import { getAt, setAt } from '../record.ts';
import { at, isBlank, type LintFacts, type OpportunityRule, type Problem } from './rule.ts';

/** The list from which a field takes its values. */
export const PICKLIST_OF: Readonly<Record<string, PicklistName>> = {
  nationalSecurity: 'yesNo',
  opportunityType: 'opportunityType',
  primaryNeedsFromAws: 'need',
  'customer.account.industry': 'industry',
  'project.customerUseCase': 'useCase',
  'project.deliveryModels': 'deliveryModel',
  'project.salesActivities': 'salesActivity',
  'project.competitorName': 'competitor',
  'project.awsPartition': 'awsPartition',
  'lifeCycle.stage': 'stage',
  'lifeCycle.closedLostReason': 'closedLostReason',
  'marketing.source': 'marketingSource',
  'marketing.awsFundingUsed': 'yesNo',
  'marketing.useCases': 'marketingUseCase',
  'marketing.channels': 'channel',
  'softwareRevenue.deliveryModel': 'revenueModel',
};

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : typeof value !== 'string' || isBlank(value);
}

/** Spend has rules of its own, and so have the needs and offerings that sharing asks for. */
const OWN_RULES: ReadonlySet<string> = new Set([
  'project.expectedCustomerSpend',
  'associations',
  'primaryNeedsFromAws',
  'sharing.involvement',
]);

function missing({ draft }: LintFacts, need: 'create' | 'submit'): Problem[] {
  return Object.entries(FIELDS).flatMap(([path, facts]) =>
    at(facts.need === need && !OWN_RULES.has(path) && isEmpty(getAt(draft, path)), path),
  );
}

/** A list's entries are looked at one by one; the finding stands at the list. */
function unknownValues({ draft }: LintFacts): { path: string; value: string }[] {
  return Object.entries(PICKLIST_OF).flatMap(([path, name]) => {
    const found = getAt(draft, path);
    const values = (Array.isArray(found) ? found : [found]).filter((value) => typeof value === 'string');
    return values.filter((value) => value !== '' && !PICKLISTS[name].includes(value)).map((value) => ({ path, value }));
  });
}

export const fieldRules: readonly OpportunityRule[] = [
  {
    id: 'required-to-create',
    severity: 'error',
    source: '8 rows marked C; 12.1',
    stage: 'request',
    check: (facts) => missing(facts, 'create'),
  },
  {
    id: 'required-to-share',
    severity: 'error',
    source: '8 rows marked S; 12.3',
    stage: 'share',
    check: (facts) => (facts.isUnshared ? missing(facts, 'submit') : []),
  },
  {
    id: 'too-long',
    severity: 'error',
    source: '8 column Type / limit',
    stage: 'request',
    check: ({ draft }) =>
      Object.entries(FIELDS).flatMap(([path, { max }]) => {
        const value = getAt(draft, path);
        const count = typeof value === 'string' ? value.length : 0;
        return at(max !== undefined && count > max, path, { count, max: max ?? 0 });
      }),
  },
  {
    id: 'unknown-value',
    severity: 'error',
    source: '9 enumerations; 24 special dashes, Finalized Deployment Need',
    stage: 'request',
    check: (facts) => unknownValues(facts).map(({ path, value }) => ({ path, params: { value } })),
    fix(draft, path) {
      const name = PICKLIST_OF[path];
      const found = getAt(draft, path);
      if (!name || found === undefined) return null;
      const known = (value: unknown) => toKnownValue(name, String(value));
      const mended = Array.isArray(found) ? [...new Set(found.map(known))] : known(found);
      const left = Array.isArray(mended) ? mended : [mended];
      return left.every((value) => PICKLISTS[name].includes(value)) ? setAt(draft, path, mended) : null;
    },
  },
  {
    id: 'unknown-country',
    severity: 'error',
    source: '9 CountryCode',
    stage: 'request',
    check: ({ draft }) => {
      const { countryCode } = draft.customer.account.address;
      return at(countryCode !== '' && !COUNTRIES.includes(countryCode), 'customer.account.address.countryCode', {
        value: countryCode,
      });
    },
  },
  {
    id: 'program-unknown',
    severity: 'warning',
    source: '8 Project.ApnPrograms: unknown value becomes null silently',
    stage: 'request',
    check: ({ draft }) =>
      draft.project.apnPrograms
        .filter((value) => !PICKLISTS.apnProgram.includes(value))
        .map((value) => ({ path: 'project.apnPrograms', params: { value } })),
    fix(draft) {
      const apnPrograms = draft.project.apnPrograms.map((value) => toKnownValue('apnProgram', value));
      const isKnown = apnPrograms.every((value) => PICKLISTS.apnProgram.includes(value));
      return isKnown ? setAt(draft, 'project.apnPrograms', apnPrograms) : null;
    },
  },
];

/** The section in which a finding is shown. */
export function sectionOf(path: string) {
  return fieldOf(path)?.section ?? 'project';
}
