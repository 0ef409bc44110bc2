/** Rules about money: what the customer is expected to spend, the contract's value, the software's revenue. */
import { compareDates, isPlainDate } from '../../dates/plain-date.ts';
import { canonicalAmount, compareAmounts, isAmount, isZeroAmount } from '../../money/amount.ts';
import type { ExpectedSpend, OpportunityDraft } from '../draft.ts';
import { PICKLISTS } from '../picklists.ts';
import { getAt, setAt } from '../record.ts';
import { at, isBlank, type LintFacts, type OpportunityRule, type Problem } from './rule.ts';

const SPEND = 'project.expectedCustomerSpend';
const PARTITION = 'aws-eusc';
const MOST_ENTRIES = 10;
const LARGEST = '1000000000000000';
const LONGEST_CONTRACT = 144;

/** Plain decimal text with at most two decimals: no separators, no exponent. */
const AMOUNT = /^(0|[1-9]\d{0,30})(\.\d{0,2})?$/;
const ESTIMATE = /^https:\/\/(calculator\.aws|pricing\.calculator\.aws\.eu)\/#\/estimate\?id=[a-f0-9]{32,64}$/;

interface Entry {
  readonly spend: ExpectedSpend;
  readonly path: string;
}

const entriesOf = (draft: OpportunityDraft): Entry[] =>
  draft.project.expectedCustomerSpend.map((spend, index) => ({ spend, path: `${SPEND}.${index}` }));
const selfEntries = (draft: OpportunityDraft) => entriesOf(draft).filter(({ spend }) => spend.targetCompany === 'Self');
const hasDuration = ({ project }: OpportunityDraft) => !isBlank(project.expectedContractDuration);

const isWrongEstimate = ({ estimationUrl }: ExpectedSpend) => !isBlank(estimationUrl) && !ESTIMATE.test(estimationUrl);

const each = ({ draft }: LintFacts, check: (entry: Entry) => Problem[]): Problem[] => entriesOf(draft).flatMap(check);

/** `12,500.00` and `1.25e4` as AWS takes them; null where the text is no number. */
function toAmount(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s_']/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '');
  const exponent = /^(\d+(?:\.\d+)?)e\+?(\d{1,2})$/i.exec(plain);
  const spelled = exponent ? shiftPoint(exponent[1] ?? '', Number(exponent[2])) : plain;
  if (!isAmount(spelled)) return null;
  const amount = canonicalAmount(spelled);
  return AMOUNT.test(amount) ? amount : null;
}

function shiftPoint(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const padded = fraction.padEnd(places, '0');
  return `${whole}${padded.slice(0, places)}.${padded.slice(places)}`.replace(/\.$/, '');
}

function mendAmount(draft: OpportunityDraft, path: string): OpportunityDraft | null {
  const amount = toAmount(String(getAt(draft, path) ?? ''));
  return amount === null ? null : setAt(draft, path, amount);
}

const entryRules: readonly OpportunityRule[] = [
  {
    id: 'spend-missing',
    severity: 'error',
    source: '8 Project.ExpectedCustomerSpend: one AWS entry, or Self with a contract duration',
    stage: 'request',
    check: ({ draft }) => at(draft.project.expectedCustomerSpend.length === 0, SPEND),
    fix: (draft) =>
      setAt(draft, SPEND, [
        { amount: '', currencyCode: 'USD', frequency: 'Monthly', targetCompany: 'AWS', estimationUrl: '' },
      ]),
  },
  {
    id: 'spend-entries',
    severity: 'error',
    source: '8 Project.ExpectedCustomerSpend: at most 10',
    stage: 'request',
    check: ({ draft }) => at(draft.project.expectedCustomerSpend.length > MOST_ENTRIES, SPEND, { max: MOST_ENTRIES }),
  },
  {
    id: 'amount-missing',
    severity: 'error',
    source: '8 ExpectedCustomerSpend.Amount, or EstimationUrl',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) => at(isBlank(spend.amount) && isBlank(spend.estimationUrl), `${path}.amount`)),
  },
  {
    id: 'amount-form',
    severity: 'error',
    source: '1 rule 17; 3 Amount; 24 amounts in scientific notation',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) => at(!isBlank(spend.amount) && !AMOUNT.test(spend.amount), `${path}.amount`)),
    fix: mendAmount,
  },
  {
    id: 'amount-range',
    severity: 'error',
    source: '8 ExpectedCustomerSpend.Amount: more than 0, at most 10^15',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) => {
        const known = AMOUNT.test(spend.amount);
        return at(known && (isZeroAmount(spend.amount) || compareAmounts(spend.amount, LARGEST) > 0), `${path}.amount`);
      }),
  },
  {
    id: 'spend-currency',
    severity: 'error',
    source: '8 ExpectedCustomerSpend.CurrencyCode: USD or EUR',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) =>
        at(!PICKLISTS.spendCurrency.includes(spend.currencyCode), `${path}.currencyCode`, {
          value: spend.currencyCode,
        }),
      ),
  },
  {
    id: 'euro-needs-partition',
    severity: 'error',
    source: '1 rule 16; 16 Currency',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) =>
        at(spend.currencyCode === 'EUR' && facts.draft.project.awsPartition !== PARTITION, `${path}.currencyCode`),
      ),
  },
  {
    id: 'partition-needs-euro',
    severity: 'error',
    source: '1 rule 16; 16 Currency',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) =>
        at(spend.currencyCode === 'USD' && facts.draft.project.awsPartition === PARTITION, `${path}.currencyCode`),
      ),
    fix: (draft, path) => setAt(draft, path, 'EUR'),
  },
  {
    id: 'spend-frequency',
    severity: 'error',
    source: '8 ExpectedCustomerSpend.Frequency; 15 TCV: None for Self',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) =>
        at(
          !(spend.frequency === 'Monthly' || (spend.frequency === 'None' && spend.targetCompany === 'Self')),
          `${path}.frequency`,
        ),
      ),
    fix: (draft, path) => setAt(draft, path, 'Monthly'),
  },
  {
    id: 'spend-target',
    severity: 'error',
    source: '8 ExpectedCustomerSpend.TargetCompany: AWS or Self',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) =>
        at(!PICKLISTS.targetCompany.includes(spend.targetCompany), `${path}.targetCompany`, {
          value: spend.targetCompany,
        }),
      ),
    fix: (draft, path) => (hasDuration(draft) ? null : setAt(draft, path, 'AWS')),
  },
  {
    id: 'estimate-form',
    severity: 'error',
    source: '3 EstimationUrl; 15 invalid EstimationUrl only',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) => at(isWrongEstimate(spend) && isBlank(spend.amount), `${path}.estimationUrl`)),
  },
  {
    id: 'estimate-dropped',
    severity: 'warning',
    source: '15 both given, the EstimationUrl invalid: dropped without an error',
    stage: 'request',
    check: (facts) =>
      each(facts, ({ spend, path }) => at(isWrongEstimate(spend) && !isBlank(spend.amount), `${path}.estimationUrl`)),
    fix: (draft, path) => setAt(draft, path, ''),
  },
];

const contractRules: readonly OpportunityRule[] = [
  {
    id: 'duration-range',
    severity: 'error',
    source: '8 Project.ExpectedContractDuration: 1 to 144 months',
    stage: 'request',
    check: ({ draft }) => {
      const months = draft.project.expectedContractDuration.trim();
      const known = /^[1-9]\d{0,2}$/.test(months) && Number(months) <= LONGEST_CONTRACT;
      return at(months !== '' && !known, 'project.expectedContractDuration', { max: LONGEST_CONTRACT });
    },
  },
  {
    id: 'duration-missing',
    severity: 'error',
    source: '15 Self entry without duration',
    stage: 'request',
    check: ({ draft }) => at(selfEntries(draft).length > 0 && !hasDuration(draft), 'project.expectedContractDuration'),
  },
  {
    id: 'contract-value-missing',
    severity: 'error',
    source: '15 duration without Self entry, on Create',
    stage: 'request',
    check: ({ draft }) => at(hasDuration(draft) && selfEntries(draft).length === 0, SPEND),
  },
  {
    id: 'contract-value-twice',
    severity: 'error',
    source: '15 more than one Self entry',
    stage: 'request',
    check: ({ draft }) =>
      selfEntries(draft)
        .slice(1)
        .map(({ path }) => ({ path: `${path}.targetCompany` })),
  },
  {
    id: 'contract-value-estimate',
    severity: 'error',
    source: '15 Self entry together with EstimationUrl',
    stage: 'request',
    check: ({ draft }) =>
      selfEntries(draft).length === 0
        ? []
        : entriesOf(draft).flatMap(({ spend, path }) => at(!isBlank(spend.estimationUrl), `${path}.estimationUrl`)),
  },
];

const REVENUE = 'softwareRevenue';

const revenueRules: readonly OpportunityRule[] = [
  {
    id: 'revenue-currency-missing',
    severity: 'error',
    source: '8 SoftwareRevenue.Value: amount and currency belong together',
    stage: 'request',
    check: ({ draft }) => {
      const { amount, currencyCode } = draft.softwareRevenue.value;
      return [
        ...at(!isBlank(amount) && isBlank(currencyCode), `${REVENUE}.value.currencyCode`),
        ...at(isBlank(amount) && !isBlank(currencyCode), `${REVENUE}.value.amount`),
      ];
    },
  },
  {
    id: 'revenue-amount-form',
    severity: 'error',
    source: '3 MonetaryAmount',
    stage: 'request',
    check: ({ draft }) => {
      const { amount } = draft.softwareRevenue.value;
      return at(!isBlank(amount) && !AMOUNT.test(amount), `${REVENUE}.value.amount`);
    },
    fix: mendAmount,
  },
  {
    id: 'revenue-dates',
    severity: 'error',
    source: '8 SoftwareRevenue: EffectiveDate not after ExpirationDate',
    stage: 'request',
    check: ({ draft }) => {
      const { effectiveDate: from, expirationDate: to } = draft.softwareRevenue;
      const wrong = [from, to].map((date) => date !== '' && !isPlainDate(date));
      return [
        ...at(wrong[0] === true, `${REVENUE}.effectiveDate`),
        ...at(
          wrong[1] === true || (isPlainDate(from) && isPlainDate(to) && compareDates(from, to) > 0),
          `${REVENUE}.expirationDate`,
        ),
      ];
    },
  },
];

export const spendRules: readonly OpportunityRule[] = [...entryRules, ...contractRules, ...revenueRules];
