/** What the rules of an operation say about a payload that is edited as JSON, each finding at its line. */
import type { PayloadFinding } from '../../shared/contract/history-repeat.ts';
import { createOpportunityDraft, nameOfOpportunity } from '../../shared/domain/opportunity/draft.ts';
import { isBlockingOpportunity, lintOpportunity } from '../../shared/domain/opportunity/lint/index.ts';
import { parseBody } from '../../shared/domain/opportunity/parse.ts';
import { isObject, toAwsName, type JsonObject } from '../../shared/domain/opportunity/record.ts';
import { lineAt, linesOfJson } from '../../shared/domain/sync/json-lines.ts';

/** Members that say what the change is about, and what the journal sets itself. */
const FIXED = ['Catalog', 'Identifier', 'OpportunityIdentifier'];
const SET_BY_JOURNAL = ['ClientToken'];
/** Rules that see a whole record. */
const RECORDS: ReadonlySet<string> = new Set(['opportunity-create', 'opportunity-update']);

interface Checked {
  readonly kind: string;
  readonly sent: JsonObject;
  readonly today: string;
}

/** The payload, and what there is to say; null where the text is none. */
export function checkPayload(
  text: string,
  { kind, sent, today }: Checked,
): { payload: JsonObject | null; findings: PayloadFinding[] } {
  const parsed = parse(text);
  if (!('value' in parsed)) return { payload: null, findings: [parsed] };
  const { value } = parsed;
  const lines = linesOfJson(text);
  const say = (path: string, key: string, params: Record<string, string>): PayloadFinding => ({
    line: lineAt(lines, path),
    path,
    severity: 'error',
    messageKey: `sync-log:repeat.finding.${key}`,
    params,
  });
  const findings = [
    ...FIXED.filter((member) => member in sent && value[member] !== sent[member]).map((member) =>
      say(member, 'fixed', { member, value: String(sent[member]) }),
    ),
    ...SET_BY_JOURNAL.filter((member) => member in value).map((member) => say(member, 'token', { member })),
    ...missing(sent, value).map((member) => say(member, 'required', { member })),
  ];
  return { payload: value, findings: RECORDS.has(kind) ? [...findings, ...lint(value, lines, today)] : findings };
}

/** Associations, answers and the like need every member that they have. */
function missing(sent: JsonObject, value: JsonObject): string[] {
  const isRecord = 'Customer' in sent || 'Project' in sent;
  return isRecord ? [] : Object.keys(sent).filter((member) => !FIXED.includes(member) && isBlank(value[member]));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function parse(text: string): { value: JsonObject } | PayloadFinding {
  const wrong = (key: string, line: number | null, message = ''): PayloadFinding => ({
    line,
    path: '',
    severity: 'error',
    messageKey: `sync-log:repeat.finding.${key}`,
    params: { message },
  });
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { value } : wrong('not-an-object', 1);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const before = position === undefined ? text : text.slice(0, Number(position));
    return wrong('syntax', before.split('\n').length, message);
  }
}

function lint(payload: JsonObject, lines: ReadonlyMap<string, number>, today: string): PayloadFinding[] {
  const body = parseBody(payload);
  const draft = { ...createOpportunityDraft(), ...body, name: nameOfOpportunity(body) };
  return lintOpportunity(draft, { today }).map((finding) => {
    const path = finding.path.split('.').map(toAwsName).join('.');
    const blocks = isBlockingOpportunity(finding, 'save');
    return {
      line: lineAt(lines, path),
      path,
      severity: blocks ? ('error' as const) : finding.severity === 'error' ? ('warning' as const) : finding.severity,
      messageKey: finding.messageKey,
      params: finding.params,
    };
  });
}
