/** The rules of all accounts on their default buses. */
import { readPattern } from './pattern.ts';

export interface Target {
  readonly Id: string;
  readonly Arn: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly RoleArn?: string;
  readonly [member: string]: unknown;
}

export interface RuleRecord {
  readonly accountId: string;
  readonly name: string;
  readonly description: string | null;
  readonly pattern: string;
  readonly state: 'ENABLED' | 'DISABLED';
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly targets: readonly Target[];
}

export interface RulesState {
  readonly rules: readonly RuleRecord[];
}

interface Entry {
  readonly rule: RuleRecord;
  readonly matches: ReturnType<typeof readPattern>;
}

export class Rules {
  readonly #byArn = new Map<string, Entry>();

  get(accountId: string, name: string): RuleRecord | undefined {
    return this.#byArn.get(ruleArn({ accountId, name }))?.rule;
  }

  of(accountId: string): RuleRecord[] {
    return [...this.#byArn.values()]
      .map(({ rule }) => rule)
      .filter((rule) => rule.accountId === accountId)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  put(rule: RuleRecord): void {
    this.#byArn.set(ruleArn(rule), { rule, matches: readPattern(rule.pattern) });
  }

  remove(rule: RuleRecord): void {
    this.#byArn.delete(ruleArn(rule));
  }

  /** Enabled rules of an account that an event concerns. */
  matching(accountId: string, event: Readonly<Record<string, unknown>>): RuleRecord[] {
    return [...this.#byArn.values()]
      .filter(({ rule, matches }) => rule.accountId === accountId && rule.state === 'ENABLED' && matches(event))
      .map(({ rule }) => rule);
  }

  save(): RulesState {
    return { rules: [...this.#byArn.values()].map(({ rule }) => rule) };
  }

  load(state: RulesState): void {
    this.#byArn.clear();
    for (const rule of state.rules) this.put(rule);
  }
}

export function ruleArn({ accountId, name }: Pick<RuleRecord, 'accountId' | 'name'>): string {
  return `arn:aws:events:us-east-1:${accountId}:rule/${name}`;
}
