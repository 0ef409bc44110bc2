/** The operations on rules and targets, and events that an account puts in by itself. */
import type { Caller, SimulatedEvent } from '../types.ts';
import { constraint, eventsError, noSuchRule } from './errors.ts';
import { readPattern } from './pattern.ts';
import { ruleArn, type RuleRecord, type Rules, type Target } from './rules.ts';

export interface EventsContext {
  readonly rules: Rules;
  /** Puts an event on the bus; answers its id. */
  readonly publish: (event: SimulatedEvent) => string;
}

type Input = Readonly<Record<string, unknown>>;
export type EventsOperation = (input: Input, caller: Caller, context: EventsContext) => Record<string, unknown>;

const MOST_RULES = 300;
const MOST_TARGETS = 5;

export const putRule: EventsOperation = (input, { accountId }, { rules }) => {
  checkBus(input);
  const name = readName(input['Name'], 'name');
  const { EventPattern, ScheduleExpression, State = 'ENABLED', Description, Tags } = input;
  if (State !== 'ENABLED' && State !== 'DISABLED') {
    throw constraint(State, 'state', 'Member must satisfy enum value set: [ENABLED, DISABLED]');
  }
  if (ScheduleExpression !== undefined) throw eventsError('NotSimulatedException', 'Schedules are not simulated.');
  if (typeof EventPattern !== 'string' || EventPattern === '') {
    throw eventsError('ValidationException', 'Parameter(s) EventPattern or ScheduleExpression must be specified.');
  }
  readPattern(EventPattern);
  const earlier = rules.get(accountId, name);
  if (!earlier && rules.of(accountId).length >= MOST_RULES) {
    throw eventsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
  }
  const rule: RuleRecord = {
    accountId,
    name,
    description: typeof Description === 'string' ? Description : null,
    pattern: EventPattern,
    state: State,
    // Tags of a rule that is there already are left alone.
    tags: earlier?.tags ?? ((Tags ?? []) as RuleRecord['tags']),
    targets: earlier?.targets ?? [],
  };
  rules.put(rule);
  return { RuleArn: ruleArn(rule) };
};

export const describeRule: EventsOperation = (input, caller, context) => {
  const rule = ruleOf(input['Name'], input, caller, context);
  return { ...describedRule(rule), CreatedBy: rule.accountId };
};

export const listRules: EventsOperation = (input, { accountId }, { rules }) => {
  checkBus(input);
  const prefix = String(input['NamePrefix'] ?? '');
  const found = rules.of(accountId).filter(({ name }) => name.startsWith(prefix));
  const page = pageOf(found, ({ name }) => name, input);
  return { Rules: page.items.map(describedRule), NextToken: page.nextToken };
};

export const listRuleNamesByTarget: EventsOperation = (input, { accountId }, { rules }) => {
  checkBus(input);
  const found = rules.of(accountId).filter(({ targets }) => targets.some(({ Arn }) => Arn === input['TargetArn']));
  const page = pageOf(found, ({ name }) => name, input);
  return { RuleNames: page.items.map(({ name }) => name), NextToken: page.nextToken };
};

export const deleteRule: EventsOperation = (input, { accountId }, { rules }) => {
  checkBus(input);
  const rule = rules.get(accountId, readName(input['Name'], 'name'));
  // A rule that is not there counts as deleted.
  if (!rule) return {};
  if (rule.targets.length > 0) throw eventsError('ValidationException', "Rule can't be deleted since it has targets.");
  rules.remove(rule);
  return {};
};

const switched =
  (state: RuleRecord['state']): EventsOperation =>
  (input, caller, context) => {
    context.rules.put({ ...ruleOf(input['Name'], input, caller, context), state });
    return {};
  };
export const enableRule = switched('ENABLED');
export const disableRule = switched('DISABLED');

export const putTargets: EventsOperation = (input, caller, context) => {
  const rule = ruleOf(input['Rule'], input, caller, context);
  const given = (input['Targets'] ?? []) as readonly Target[];
  if (given.length < 1 || given.length > 100) {
    throw constraint(given.length, 'targets', 'Member must have length between 1 and 100');
  }
  for (const { Id, Arn } of given) {
    if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(String(Id)))
      throw constraint(Id, 'targets.id', 'Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+');
    if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/.test(String(Arn))) {
      throw eventsError(
        'ValidationException',
        `Parameter ${Arn} is not valid. Reason: Provided Arn is not in correct format.`,
      );
    }
  }
  const ids = new Set(given.map(({ Id }) => Id));
  const targets = [...rule.targets.filter(({ Id }) => !ids.has(Id)), ...given];
  if (targets.length > MOST_TARGETS) {
    throw eventsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
  }
  context.rules.put({ ...rule, targets });
  return { FailedEntryCount: 0, FailedEntries: [] };
};

export const listTargetsByRule: EventsOperation = (input, caller, context) => {
  const page = pageOf(ruleOf(input['Rule'], input, caller, context).targets, ({ Id }) => Id, input);
  return { Targets: page.items, NextToken: page.nextToken };
};

export const removeTargets: EventsOperation = (input, caller, context) => {
  const rule = ruleOf(input['Rule'], input, caller, context);
  const ids = (input['Ids'] ?? []) as readonly string[];
  context.rules.put({ ...rule, targets: rule.targets.filter(({ Id }) => !ids.includes(Id)) });
  return { FailedEntryCount: 0, FailedEntries: [] };
};

export const testEventPattern: EventsOperation = (input) => {
  let event: unknown;
  try {
    event = JSON.parse(String(input['Event']));
  } catch {
    throw eventsError('ValidationException', 'Parameter Event is not valid. Reason: it is not JSON.');
  }
  return { Result: readPattern(String(input['EventPattern']))(event as Input) };
};

export const listTagsForResource: EventsOperation = (input, { accountId }, { rules }) => {
  const arn = String(input['ResourceARN']);
  const rule = rules.of(accountId).find((one) => ruleArn(one) === arn);
  if (!rule) throw eventsError('ResourceNotFoundException', `Rule ${arn} does not exist.`);
  return { Tags: rule.tags };
};

interface PutEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly Resources?: readonly string[];
}

/** Sources that begin with `aws.` belong to AWS. */
export const putEvents: EventsOperation = (input, { accountId }, { publish }) => {
  const entries = ((input['Entries'] ?? []) as readonly PutEntry[]).map((entry) => {
    const { Source, DetailType, Detail, Resources = [] } = entry;
    if (!Source || !DetailType || Detail === undefined) {
      return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Source, DetailType and Detail are required.' };
    }
    if (Source.startsWith('aws.')) {
      return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
    }
    try {
      const detail = JSON.parse(Detail) as Record<string, unknown>;
      return { EventId: publish({ accountId, source: Source, detailType: DetailType, resources: Resources, detail }) };
    } catch {
      return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    }
  });
  return { FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length, Entries: entries };
};

function describedRule(rule: RuleRecord): Record<string, unknown> {
  return {
    Name: rule.name,
    Arn: ruleArn(rule),
    EventPattern: rule.pattern,
    State: rule.state,
    Description: rule.description ?? undefined,
    EventBusName: 'default',
  };
}

function ruleOf(name: unknown, input: Input, { accountId }: Caller, { rules }: EventsContext): RuleRecord {
  checkBus(input);
  const rule = rules.get(accountId, readName(name, 'name'));
  if (!rule) throw noSuchRule(String(name));
  return rule;
}

function readName(value: unknown, member: string): string {
  const name = String(value);
  if (/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) return name;
  throw constraint(name, member, 'Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+');
}

/** Marketplace tells its events on the default bus alone. */
function checkBus({ EventBusName }: Input): void {
  if (EventBusName === undefined || EventBusName === 'default' || String(EventBusName).endsWith(':event-bus/default'))
    return;
  throw eventsError('ResourceNotFoundException', `Event bus ${String(EventBusName)} does not exist.`);
}

function pageOf<T>(items: readonly T[], key: (item: T) => string, input: Input) {
  const { Limit, NextToken } = input;
  if (Limit !== undefined && (typeof Limit !== 'number' || Limit < 1 || Limit > 100)) {
    throw constraint(Limit, 'limit', 'Member must have value between 1 and 100');
  }
  const size = typeof Limit === 'number' ? Limit : 100;
  const after = typeof NextToken === 'string' ? Buffer.from(NextToken, 'base64url').toString() : '';
  const rest = items.filter((item) => key(item) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const nextToken = last && rest.length > size ? Buffer.from(key(last)).toString('base64url') : undefined;
  return { items: page, nextToken };
}
