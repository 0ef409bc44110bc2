/** The page that lists every rule about opportunities, what each field asks for and where AWS locks it, made from the tables themselves. */
import { FIELDS, type FieldFacts } from '../../src/shared/domain/opportunity/fields.ts';
import { OPPORTUNITY_RULES } from '../../src/shared/domain/opportunity/lint/index.ts';
import { OPPORTUNITY_BREAKERS } from './opportunity-breakers.ts';
import { differences } from './preflight-rules-page.ts';

const INTRODUCTION = `# Rules about opportunities

What Offerdeck says about an opportunity before anything is sent to Partner Central. Each rule names the section and row of the Partner
Central reference it comes from (1 rules that break naive clients, 3 patterns, 4 errors, 8 fields, 9 lists, 10 review status, 11 stages, 12 recipes,
15 deal sizing, 16 EUR, 24 pitfalls). An \`error, record\` stands in the way of keeping the record at AWS; an \`error, share\` only in the way of
sharing it. The examples are one valid opportunity and the same with that one thing changed; tests hold that the second breaks this rule alone,
and that its fix mends it. What AWS holds and has locked is told as information, never as an obstacle.

Written by \`node scripts/opportunity-rules.ts\`; a test keeps it current.
`;

/** Rows of the reference that no rule covers, and why. */
const NOT_CHECKED: readonly (readonly [row: string, reason: string])[] = [
  ['8 RelatedOpportunityIdentifier must exist for this account', 'AWS answers; the copy may lag'],
  ['8 SoftwareRevenue for eligible programs', 'no API tells who takes part'],
  ['8 Tags', 'not written from here'],
  ['10 Sandbox: status set by the partner', 'the review status is sent back as AWS gave it'],
  ['11 stages that are skipped or gone back on', 'not documented as forbidden'],
  ['12.7 Marketplace solutions and products: Public or Limited, own account or subsidiary', 'AWS answers'],
  ['12.7 one offer, one opportunity', 'AWS answers; the copy may lag'],
  ['15 currencies of entries differ', 'covered: one partition has one currency'],
  ['15 estimate that differs from the amount', 'AWS keeps the amount and drops the estimate without an error'],
];

export function opportunityRulesPage(): string {
  return [
    INTRODUCTION,
    `${OPPORTUNITY_RULES.length} rules.`,
    '',
    '| Source | Rule | Severity | Fix | Passes | Fails |',
    '|---|---|---|---|---|---|',
    ...OPPORTUNITY_RULES.map(ruleRow),
    '',
    '## Fields',
    '',
    'Needed: to create the record, to share it, or sometimes (a rule says when). Open: under Action Required, when approved, after launch.',
    '',
    '| Field | Needed | Action Required | Approved | Launched | Longest |',
    '|---|---|---|---|---|---|',
    ...Object.entries(FIELDS).map(fieldRow),
    '',
    '## Rows without a rule',
    '',
    '| Row | Why |',
    '|---|---|',
    ...NOT_CHECKED.map(([row, reason]) => `| ${row} | ${reason} |`),
    '',
  ].join('\n');
}

function ruleRow({ id, source, severity, stage, fix }: (typeof OPPORTUNITY_RULES)[number]): string {
  const { valid, broken, context } = OPPORTUNITY_BREAKERS[id] ?? {};
  const examples = differences(valid, { ...broken, ...(context && { 'known here': context }) }).slice(0, 3);
  const cells = [
    source,
    `\`${id}\``,
    severity === 'error' ? `error, ${stage === 'request' ? 'record' : 'share'}` : severity,
    fix ? 'yes' : '',
    examples.map(({ path, before }) => `${path} = ${before}`).join('<br>'),
    examples.map(({ path, after }) => `${path} = ${after}`).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function fieldRow([path, facts]: [string, FieldFacts]): string {
  const open = (editable: string) => (editable === 'yes' ? 'open' : 'locked');
  const cells = [
    `\`${path}\``,
    facts.need,
    open(facts.actionRequired),
    open(facts.approved),
    open(facts.launched),
    facts.max === undefined ? '' : String(facts.max),
  ];
  return `| ${cells.join(' | ')} |`;
}
