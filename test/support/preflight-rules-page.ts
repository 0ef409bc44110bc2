/** The page that lists every preflight rule with an example that passes and one that fails, made from the rules themselves. */
import { AUTHORIZATION_RULES } from '../../src/shared/domain/authorization/preflight/index.ts';
import { OFFER_SET_RULES } from '../../src/shared/domain/offer-set/preflight.ts';
import { PREFLIGHT_RULES } from '../../src/shared/domain/offer/preflight/index.ts';
import { AUTHORIZATION_BREAKERS } from './authorization-breakers.ts';
import { contextOf } from './offer-drafts.ts';
import { exampleCase } from './example-case.ts';
import { breakerOf, breakOneRule } from './rule-breakers.ts';

const INTRODUCTION = `# Preflight rules

What Offerdeck says about an offer before anything is sent. Each rule names the row of the AWS Marketplace reference it comes from
(numbers are sections of that reference: 3.2 terms, 3.3 combinations, 3.5 release checklist, 3.6 targeting, 3.7 dates, 3.8 locks,
3.9 renewals). An \`error\` stands in the way of releasing; with "sent" it also stands in the way of keeping a draft at AWS. The
examples are one valid offer and the same offer with that one thing changed; tests hold that the second breaks this rule alone.

Written by \`node scripts/preflight-rules.ts\`; a test keeps it current.
`;

/** Rows of the reference that no rule covers, and why. */
const NOT_CHECKED: readonly (readonly [row: string, reason: string])[] = [
  [
    '3.2 ByolPricingTerm, RecurringPaymentTerm',
    'public offers hold them; carried when read from AWS and shown, not edited',
  ],
  ['3.2 same unit for all dimensions where the product demands it', 'the product does not say whether it does'],
  ['3.3 rows ABO, CPPO, professional services', 'other kinds of offers'],
  [
    '3.5 disbursement preference, KYC and bank verification, DAC7 tax data',
    'no API tells; AWS answers when the offer is released',
  ],
  ['3.6 allow list of a Limited product', 'said as information: the list is not part of the synchronised product'],
  ['3.7 extending, cancelling', 'no restriction beyond the rules above'],
  ['3.7 FDA side conditions', 'checked by AWS when the buyer accepts: they depend on the buyer’s other agreements'],
  [
    '3.8 when a price was last increased',
    'no API tells; an increase is said to close prices for 120 days, and AWS refuses a second one',
  ],
  ['3.9 no RenewalTerm on renewal-generated offers', 'an offer does not say before its release that it is one'],
];

export function preflightRulesPage(): string {
  const rows = PREFLIGHT_RULES.map((rule) => ruleRow(rule, passing(rule.id), failing(rule.id)));
  return [
    INTRODUCTION,
    `${PREFLIGHT_RULES.length} rules.`,
    '',
    '| Row | Rule | Severity | Fix | Passes | Fails |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Rows without a rule',
    '',
    '| Row | Why |',
    '|---|---|',
    ...NOT_CHECKED.map(([row, reason]) => `| ${row} | ${reason} |`),
    '',
    ...authorizationSection(),
    ...offerSetSection(),
  ].join('\n');
}

interface RuleFacts {
  readonly id: string;
  readonly source: string;
  readonly severity: string;
  readonly stage: 'request' | 'release';
  readonly fix?: string;
}

function ruleRow({ id, source, severity, stage, fix }: RuleFacts, valid: unknown, broken: unknown): string {
  const examples = differences(valid, broken).slice(0, 3);
  const cells = [
    source,
    `\`${id}\``,
    severity === 'error' ? `error, ${stage === 'request' ? 'sent' : 'release'}` : severity,
    fix ? `\`${fix}\`` : '',
    examples.map(({ path, before }) => `${path} = ${before}`).join('<br>'),
    examples.map(({ path, after }) => `${path} = ${after}`).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\\\\', '\\')).join(' | ')} |`;
}

/** Authorizations have rules of their own, and share those about prices, schedules, licence and renewal with offers. */
function authorizationSection(): string[] {
  const own = AUTHORIZATION_RULES.filter(({ id }) => Object.hasOwn(AUTHORIZATION_BREAKERS, id));
  const shared = AUTHORIZATION_RULES.filter(({ id }) => !Object.hasOwn(AUTHORIZATION_BREAKERS, id));
  return [
    '## Resale authorizations',
    '',
    `${own.length} rules of their own (section 5 of the reference), and ${shared.length} that they share with offers.`,
    '',
    '| Row | Rule | Severity | Fix | Passes | Fails |',
    '|---|---|---|---|---|---|',
    ...own.map((rule) => {
      const breaker = AUTHORIZATION_BREAKERS[rule.id];
      const known = { ...breaker?.context, eulaBucketConfigured: true };
      return ruleRow(
        rule,
        { ...breaker?.valid, 'known here': known },
        { ...breaker?.broken, 'known here': breaker?.context },
      );
    }),
    '',
    `Shared: ${shared.map(({ id }) => `\`${id}\``).join(', ')}.`,
    '',
  ];
}

/** Few enough to need no examples: a test breaks each of them alone. */
function offerSetSection(): string[] {
  return [
    '## Offer sets',
    '',
    `${OFFER_SET_RULES.length} rules; a finding of the release stage does not keep a draft from being saved at AWS.`,
    '',
    '| Row | Rule | Severity |',
    '|---|---|---|',
    ...OFFER_SET_RULES.map(({ source, id, severity, stage }) => {
      const when = severity === 'error' ? `error, ${stage === 'request' ? 'sent' : 'release'}` : severity;
      return `| ${source} | \`${id}\` | ${when} |`;
    }),
    '',
  ];
}

function passing(ruleId: string): unknown {
  const valid = exampleCase(breakerOf(ruleId));
  const { draft, product } = valid;
  return { ...draft, 'the product': product, 'known here': contextOf(valid) };
}

function failing(ruleId: string): unknown {
  const { draft, product, context } = breakOneRule(exampleCase(breakerOf(ruleId)), ruleId);
  return { ...draft, 'the product': product, 'known here': context };
}

interface ExampleDifference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export function differences(before: unknown, after: unknown, path = ''): ExampleDifference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isList = Array.isArray(before) || Array.isArray(after);
  if (!isList && isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      differences(before[name], after[name], path === '' ? name : `${path}.${name}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((entry, index) => differences(entry, after[index], `${path}.${index}`));
  }
  return [{ path: `\`${path}\``, before: show(before), after: show(after) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** As JSON; what is long is cut and counted. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  if (text.length <= 100) return `\`${text}\``;
  if (Array.isArray(value)) return `${value.length} entries`;
  return typeof value === 'string' ? `${value.length} characters` : `\`${text.slice(0, 97)}…\``;
}
