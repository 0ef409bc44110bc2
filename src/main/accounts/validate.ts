/** What a schema cannot see: settings against the other accounts, the mode and the stored keys. Findings sit at their field. */
import type { AccessKeys, AccountSettings } from '../../shared/domain/account/account.ts';
import { fail, type FieldError } from '../../shared/errors/app-error.ts';
import { mayOverrideEndpoint, type EndpointPorts } from '../aws/endpoints.ts';
import type { AccountRecord } from './store.ts';

export interface SettingsToValidate {
  /** null: a new account. */
  readonly key: string | null;
  readonly settings: AccountSettings;
  readonly keys: AccessKeys | null;
  /** Whether keys of this account are stored or held already. */
  readonly hasKeys: boolean;
  readonly others: readonly AccountRecord[];
  readonly ports: EndpointPorts;
}

type Finding = FieldError | null;

export function validateSettings(request: SettingsToValidate): void {
  const findings = [
    ...findDuplicates(request),
    findKeysProblem(request),
    findModeProblem(request),
    findEndpointProblem(request),
    ...findRoleProblems(request),
  ].filter((finding) => finding !== null);
  if (findings.length > 0) fail('invalid-input', { fields: findings });
}

function at(path: string, rule: string, params: FieldError['params'] = {}): FieldError {
  return { path, messageKey: `errors:field.${rule}`, params };
}

function findDuplicates({ settings, others }: SettingsToValidate): Finding[] {
  const samePrefix = others.find((other) => other.settings.prefix.toLowerCase() === settings.prefix.toLowerCase());
  const sameId = others.find((other) => other.settings.awsAccountId === settings.awsAccountId);
  return [
    samePrefix ? at('settings.prefix', 'duplicate', { name: samePrefix.settings.name }) : null,
    sameId ? at('settings.awsAccountId', 'duplicate', { name: sameId.settings.name }) : null,
  ];
}

function findKeysProblem({ settings, keys, hasKeys }: SettingsToValidate): Finding {
  if (settings.connection.kind !== 'keys') return keys ? at('keys', 'keys-not-used') : null;
  return keys || hasKeys ? null : at('keys', 'required');
}

function findModeProblem({ settings, ports }: SettingsToValidate): Finding {
  if (settings.connection.kind !== 'practice') return null;
  if (ports.mode !== 'practice') return at('settings.connection.kind', 'practice-only');
  const known = ports.practice?.accounts.some((account) => account.accountId === settings.awsAccountId);
  return known ? null : at('settings.awsAccountId', 'not-in-practice');
}

function findEndpointProblem({ settings, ports }: SettingsToValidate): Finding {
  if (settings.endpoint === null) return null;
  if (!mayOverrideEndpoint(ports)) return at('settings.endpoint', 'endpoint-in-real-mode');
  const { protocol, hostname } = new URL(settings.endpoint);
  if (protocol !== 'http:' && protocol !== 'https:') return at('settings.endpoint', 'endpoint-scheme');
  // Nothing of a practice run may reach AWS.
  return /(^|\.)(amazonaws\.com(\.cn)?|aws|awsapps\.com)$/.test(hostname)
    ? at('settings.endpoint', 'endpoint-is-aws')
    : null;
}

function findRoleProblems({ key, settings, others }: SettingsToValidate): Finding[] {
  const { connection } = settings;
  if (connection.kind !== 'role') return [];
  const owner = /::(\d{12}):/.exec(connection.roleArn)?.[1];
  return [
    owner === settings.awsAccountId
      ? null
      : at('settings.connection.roleArn', 'role-of-other-account', { expected: settings.awsAccountId }),
    findSourceProblem(key, connection.source, others),
  ];
}

type RoleSource = Extract<AccountSettings['connection'], { kind: 'role' }>['source'];

/** Follows the chain of source accounts; it must end at something that is no role of an account in the chain. */
function findSourceProblem(key: string | null, source: RoleSource, others: readonly AccountRecord[]): Finding {
  const path = 'settings.connection.source.account';
  const visited = new Set<string>(key === null ? [] : [key]);
  for (let next = source; next.kind === 'account';) {
    if (visited.has(next.account)) return at(path, 'source-cycle');
    visited.add(next.account);
    const { account } = next;
    const record = others.find((other) => other.key === account);
    if (!record) return at(path, 'unknown-account');
    if (record.settings.connection.kind !== 'role') return null;
    next = record.settings.connection.source;
  }
  return null;
}
