/** The account form as plain values: from a record, to the contract's settings, and what is wrong with it at which field. */
import {
  ACCOUNT_COLOURS,
  accountSettingsSchema,
  type Account,
  type AccountSettings,
  type Connection,
  type PartnerCatalog,
} from '../../../shared/domain/account/account.ts';
import { FULL_PERSONA } from '../../../shared/domain/account/persona.ts';
import type { FieldError } from '../../../shared/errors/app-error.ts';

export type ConnectionKind = Connection['kind'];

/** Every choice keeps its values while another one is chosen: going back and forth loses nothing. No secret is part of it. */
export interface AccountForm {
  readonly kind: ConnectionKind;
  readonly profile: string;
  readonly persistence: 'encrypted' | 'session';
  readonly roleSource: 'profile' | 'account';
  readonly roleSourceProfile: string;
  readonly roleSourceAccount: string;
  readonly roleArn: string;
  readonly externalId: string;
  readonly name: string;
  readonly prefix: string;
  readonly colour: Account['colour'];
  readonly awsAccountId: string;
  readonly hasBucket: boolean;
  readonly bucket: string;
  readonly bucketPrefix: string;
  readonly bucketRegion: string;
  readonly presignRoleArn: string;
  readonly addSellerToBuyers: boolean;
  readonly endpoint: string;
  readonly side: AccountSettings['persona']['side'];
  readonly role: AccountSettings['persona']['role'];
  readonly coSell: boolean;
  readonly partnerCatalog: PartnerCatalog;
}

export function createAccountForm(kind: ConnectionKind, existing: readonly Account[]): AccountForm {
  const used = new Set(existing.map(({ colour }) => colour));
  return {
    kind,
    profile: '',
    persistence: 'encrypted',
    roleSource: existing.length > 0 ? 'account' : 'profile',
    roleSourceProfile: '',
    roleSourceAccount: '',
    roleArn: '',
    externalId: '',
    name: '',
    prefix: '',
    colour: ACCOUNT_COLOURS.find((colour) => !used.has(colour)) ?? 'blue',
    awsAccountId: '',
    hasBucket: false,
    bucket: '',
    bucketPrefix: 'eula',
    bucketRegion: 'us-east-1',
    presignRoleArn: '',
    addSellerToBuyers: false,
    endpoint: '',
    partnerCatalog: 'AWS',
    ...FULL_PERSONA,
  };
}

export function toAccountForm(account: AccountSettings): AccountForm {
  const { connection, eulaBucket } = account;
  const base = createAccountForm(connection.kind, []);
  const role = connection.kind === 'role' ? connection : null;
  return {
    ...base,
    profile: connection.kind === 'profile' ? connection.profile : '',
    persistence: connection.kind === 'keys' ? connection.persistence : base.persistence,
    roleSource: role?.source.kind ?? base.roleSource,
    roleSourceProfile: role?.source.kind === 'profile' ? role.source.profile : '',
    roleSourceAccount: role?.source.kind === 'account' ? role.source.account : '',
    roleArn: role?.roleArn ?? '',
    externalId: role?.externalId ?? '',
    name: account.name,
    prefix: account.prefix,
    colour: account.colour,
    awsAccountId: account.awsAccountId,
    hasBucket: eulaBucket !== null,
    bucket: eulaBucket?.bucket ?? '',
    bucketPrefix: eulaBucket?.prefix ?? base.bucketPrefix,
    bucketRegion: eulaBucket?.region ?? base.bucketRegion,
    presignRoleArn: account.presignRoleArn ?? '',
    addSellerToBuyers: account.addSellerToBuyers,
    endpoint: account.endpoint ?? '',
    partnerCatalog: account.partnerCentral.catalog,
    ...account.persona,
  };
}

export function toSettings(form: AccountForm): AccountSettings {
  const presignRoleArn = form.presignRoleArn.trim();
  const endpoint = form.endpoint.trim();
  return {
    name: form.name.trim(),
    prefix: form.prefix.trim(),
    colour: form.colour,
    awsAccountId: form.awsAccountId.replace(/[\s-]/g, ''),
    connection: toConnection(form),
    eulaBucket: form.hasBucket
      ? { bucket: form.bucket.trim(), prefix: form.bucketPrefix.trim(), region: form.bucketRegion.trim() }
      : null,
    presignRoleArn: form.hasBucket && presignRoleArn ? presignRoleArn : null,
    addSellerToBuyers: form.addSellerToBuyers,
    endpoint: endpoint || null,
    persona: { side: form.side, role: form.role, coSell: form.coSell },
    partnerCentral: { catalog: form.partnerCatalog },
  };
}

function toConnection(form: AccountForm): Connection {
  switch (form.kind) {
    case 'practice':
      return { kind: 'practice' };
    case 'profile':
      return { kind: 'profile', profile: form.profile.trim() };
    case 'keys':
      return { kind: 'keys', persistence: form.persistence };
    case 'role':
      return {
        kind: 'role',
        source:
          form.roleSource === 'profile'
            ? { kind: 'profile', profile: form.roleSourceProfile.trim() }
            : { kind: 'account', account: form.roleSourceAccount },
        roleArn: form.roleArn.trim(),
        externalId: form.externalId.trim() || null,
      };
  }
}

/** Fields whose form a person may get wrong in a way of its own; the rest share the texts of `errors:field`. */
const OWN_TEXTS = new Set([
  'name',
  'prefix',
  'awsAccountId',
  'connection.profile',
  'connection.source.profile',
  'connection.source.account',
  'connection.roleArn',
  'connection.externalId',
  'eulaBucket.bucket',
  'eulaBucket.prefix',
  'eulaBucket.region',
  'presignRoleArn',
  'endpoint',
]);

/** What is wrong with the form, against the schema of the contract and the other accounts. Paths as the core writes them. */
export function findFormErrors(form: AccountForm, others: readonly Account[]): FieldError[] {
  const settings = toSettings(form);
  const parsed = accountSettingsSchema.safeParse(settings);
  const found = (parsed.error?.issues ?? []).map((issue) => {
    const path = issue.path.join('.');
    const messageKey = OWN_TEXTS.has(path)
      ? `accounts:invalid.${path.replaceAll('.', '-')}`
      : `errors:field.${issue.code}`;
    return { path: `settings.${path}`, messageKey, params: {} };
  });
  const firsts = found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
  return [...firsts, ...findDuplicates(settings, others)];
}

function findDuplicates(settings: AccountSettings, others: readonly Account[]): FieldError[] {
  const samePrefix = others.find(({ prefix }) => prefix.toLowerCase() === settings.prefix.toLowerCase());
  const sameId = others.find(({ awsAccountId }) => awsAccountId === settings.awsAccountId);
  const at = (path: string, { name }: Account): FieldError => ({
    path,
    messageKey: 'errors:field.duplicate',
    params: { name },
  });
  return [
    ...(samePrefix ? [at('settings.prefix', samePrefix)] : []),
    ...(sameId ? [at('settings.awsAccountId', sameId)] : []),
  ];
}

/** A prefix made of the name: its first word that can be one, made unique by a number. */
export function suggestPrefix(name: string, others: readonly Account[]): string {
  const word = name
    .replace(/[^A-Za-z0-9 ]/g, '')
    .split(' ')
    .find((part) => /^[A-Za-z]/.test(part));
  if (!word) return '';
  const taken = new Set(others.map(({ prefix }) => prefix.toLowerCase()));
  const base = word.slice(0, 20);
  let prefix = base;
  for (let n = 2; taken.has(prefix.toLowerCase()); n += 1) prefix = `${base}${n}`;
  return prefix;
}

/** The account that a role belongs to, from its ARN. */
export function ownerOfRole(roleArn: string): string | null {
  return /^arn:aws[\w-]*:iam::(\d{12}):role\//.exec(roleArn.trim())?.[1] ?? null;
}
