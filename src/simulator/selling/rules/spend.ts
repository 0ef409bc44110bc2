/** Deal sizing: what the customer is expected to spend, by hand, by calculator address, or from the whole contract. */
import { createHash } from 'node:crypto';
import type {
  CurrencyCode,
  ExpectedCustomerSpend,
  PaymentFrequency,
  Project,
} from '@aws-sdk/client-partnercentral-selling';
import { compareAmounts, splitAmount } from '../../../shared/domain/money/amount.ts';
import { estimationUrl } from '../shapes/values.ts';
import type { Issue } from '../shapes/shape.ts';
import type { Problems } from './problems.ts';

const SPEND = 'project.expectedCustomerSpend';
const LARGEST_AMOUNT = `1${'0'.repeat(15)}`;

export interface SpendQuestion {
  readonly project: Project;
  readonly isCreate: boolean;
}

export function checkSpend({ project, isCreate }: SpendQuestion, problems: Problems): void {
  const entries = project.ExpectedCustomerSpend ?? [];
  const own = entries.filter(({ TargetCompany }) => TargetCompany === 'Self');
  const hasDuration = project.ExpectedContractDuration !== undefined;
  if (hasDuration || own.length > 0) checkContract({ entries, own, hasDuration, isCreate }, problems);
  else if (entries.length === 0) problems.need(undefined, SPEND);
  for (const entry of entries) checkEntry(entry, problems);
  checkCurrencies(project, entries, problems);
}

interface ContractQuestion {
  readonly entries: readonly ExpectedCustomerSpend[];
  readonly own: readonly ExpectedCustomerSpend[];
  readonly hasDuration: boolean;
  readonly isCreate: boolean;
}

function checkContract({ entries, own, hasDuration, isCreate }: ContractQuestion, problems: Problems): void {
  const refuse = (field: string, message: string) => problems.add(field, 'INVALID_VALUE', message);
  if (!hasDuration) refuse('project.expectedContractDuration', 'An entry for Self needs expectedContractDuration.');
  if (hasDuration && own.length === 0 && isCreate) refuse(SPEND, 'expectedContractDuration needs an entry for Self.');
  if (own.length > 1) refuse(SPEND, 'There may be one entry for Self only.');
  if (hasDuration && entries.some(({ TargetCompany }) => TargetCompany !== 'AWS' && TargetCompany !== 'Self')) {
    refuse(`${SPEND}.targetCompany`, 'targetCompany must be AWS or Self.');
  }
  if (new Set(entries.map(({ CurrencyCode }) => CurrencyCode)).size > 1) {
    refuse(`${SPEND}.currencyCode`, 'All entries must have the same currencyCode.');
  }
  if (own.some(({ EstimationUrl }) => EstimationUrl !== undefined)) {
    refuse(`${SPEND}.estimationUrl`, 'An entry for Self cannot have an estimationUrl.');
  }
}

function checkEntry(entry: ExpectedCustomerSpend, problems: Problems): void {
  const { Amount, EstimationUrl, TargetCompany } = entry;
  const hasAmount = Amount !== undefined && Amount !== '';
  if (!hasAmount && EstimationUrl === undefined) problems.need(undefined, `${SPEND}.amount`);
  if (!hasAmount && EstimationUrl !== undefined && !isEstimate(EstimationUrl)) {
    problems.add(`${SPEND}.estimationUrl`, 'INVALID_VALUE', 'The estimationUrl is not a public estimate.');
  }
  if (hasAmount && (compareAmounts(Amount, '0') <= 0 || compareAmounts(Amount, LARGEST_AMOUNT) > 0)) {
    problems.add(`${SPEND}.amount`, 'VALUE_OUT_OF_RANGE', 'amount must be above 0 and at most 1,000,000,000,000,000.');
  }
  if (frequencyOf(entry) === 'None' && TargetCompany !== 'Self') {
    problems.add(`${SPEND}.frequency`, 'INVALID_VALUE', 'frequency must be Monthly.');
  }
}

/** The guide's `None` is no value of the model. */
function frequencyOf({ Frequency }: ExpectedCustomerSpend): string | undefined {
  return Frequency;
}

function checkCurrencies(project: Project, entries: readonly ExpectedCustomerSpend[], problems: Problems): void {
  const isSovereign = project.AwsPartition === 'aws-eusc';
  const field = `${SPEND}.currencyCode`;
  for (const { CurrencyCode } of entries) {
    if (isSovereign && CurrencyCode !== 'EUR') {
      problems.add(field, 'INVALID_VALUE', 'currencyCode must be EUR when awsPartition is aws-eusc.');
    } else if (!isSovereign && CurrencyCode !== 'USD') {
      const only = CurrencyCode === 'EUR' ? 'EUR needs awsPartition aws-eusc.' : 'currencyCode must be USD or EUR.';
      problems.add(field, 'INVALID_VALUE', only);
    }
  }
}

function isEstimate(url: string): boolean {
  const issues: Issue[] = [];
  estimationUrl.read(url, '', issues);
  return issues.length === 0;
}

/** The monthly amount behind a calculator address; the same address gives the same amount. */
function estimateOf(url: string): string {
  return String(100 + (createHash('sha256').update(url).digest().readUInt32BE(0) % 90_000));
}

/** What is stored of the entries, given what was stored before. */
export function storedSpend(project: Project, before: Project | undefined): ExpectedCustomerSpend[] | undefined {
  const entries = project.ExpectedCustomerSpend;
  const duration = project.ExpectedContractDuration;
  if (duration === undefined) return entries?.map((entry) => ({ ...estimated(entry), TargetCompany: 'AWS' }));
  const own =
    entries?.find(({ TargetCompany }) => TargetCompany === 'Self') ??
    before?.ExpectedCustomerSpend?.find(({ TargetCompany }) => TargetCompany === 'Self');
  if (!own) return entries?.map(estimated);
  const given = entries?.find(({ TargetCompany }) => TargetCompany === 'AWS');
  return [given ? estimated(given) : derived(own, Number(duration.Value)), own];
}

function derived(own: ExpectedCustomerSpend, months: number): ExpectedCustomerSpend {
  return {
    Amount: monthly(own.Amount ?? '0', months),
    CurrencyCode: own.CurrencyCode as CurrencyCode,
    Frequency: 'Monthly' as PaymentFrequency,
    TargetCompany: 'AWS',
  };
}

function monthly(total: string, months: number): string {
  const weights = Array.from({ length: months }, () => '1');
  return splitAmount({ total, weights, decimals: 2, remainder: 'last' })[0] ?? total;
}

/** An address that is broken or says another amount is dropped without a word. */
function estimated(entry: ExpectedCustomerSpend): ExpectedCustomerSpend {
  const { EstimationUrl, Amount, ...rest } = entry;
  if (EstimationUrl === undefined) return entry;
  const hasAmount = Amount !== undefined && Amount !== '';
  const estimate = isEstimate(EstimationUrl) ? estimateOf(EstimationUrl) : null;
  if (!hasAmount) return { ...rest, Amount: estimate ?? '0', EstimationUrl };
  const agrees = estimate !== null && compareAmounts(estimate, Amount) === 0;
  return agrees ? entry : { ...rest, Amount };
}
