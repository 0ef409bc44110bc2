/** The account form: to settings and back, and each mistake at its field. */
import { describe, expect, it } from 'vitest';
import {
  createAccountForm,
  findFormErrors,
  ownerOfRole,
  suggestPrefix,
  toAccountForm,
  toSettings,
  type AccountForm,
} from '../../../../../src/renderer/features/accounts/account-form.ts';
import { findKeyErrors } from '../../../../../src/renderer/features/accounts/access-keys.ts';
import type { Account, AccountSettings } from '../../../../../src/shared/domain/account/account.ts';

const settings: AccountSettings = {
  name: 'Fernhollow Labs',
  prefix: 'Fern',
  colour: 'teal',
  awsAccountId: '012345678901',
  connection: {
    kind: 'role',
    source: { kind: 'profile', profile: 'work' },
    roleArn: 'arn:aws:iam::012345678901:role/OfferdeckSeller',
    externalId: 'deal-4711',
  },
  eulaBucket: { bucket: 'fern-eulas', prefix: 'eula', region: 'eu-central-1' },
  presignRoleArn: 'arn:aws:iam::012345678901:role/Presign',
  addSellerToBuyers: true,
  endpoint: null,
  persona: { side: 'isv', role: 'user', coSell: false },
  partnerCentral: { catalog: 'Sandbox' },
};

const other: Account = {
  ...settings,
  key: 'other',
  position: 0,
  createdAt: '2026-01-01T00:00:00Z',
  secretAtHand: true,
  capabilities: [],
};

const form = (patch: Partial<AccountForm> = {}): AccountForm => ({ ...toAccountForm(settings), ...patch });
const wrongFields = (patch: Partial<AccountForm>, others: readonly Account[] = []) =>
  findFormErrors(form(patch), others).map(({ path }) => path);

describe('a form', () => {
  it('gives back the settings that it was made from', () => {
    const kinds: AccountSettings['connection'][] = [
      settings.connection,
      { kind: 'practice' },
      { kind: 'profile', profile: 'work' },
      { kind: 'keys', persistence: 'session' },
      { ...settings.connection, source: { kind: 'account', account: 'other' }, externalId: null } as never,
    ];
    for (const connection of kinds) {
      const one = { ...settings, connection };
      expect(toSettings(toAccountForm(one))).toEqual(one);
    }
    const bare = { ...settings, eulaBucket: null, presignRoleArn: null };
    expect(toSettings(toAccountForm(bare))).toEqual(bare);
  });

  it('takes an account id with the spaces and hyphens that people copy', () => {
    expect(toSettings(form({ awsAccountId: '0123-4567 8901' })).awsAccountId).toBe('012345678901');
  });

  it('sends no bucket and no presign role once the bucket is switched off, but remembers them', () => {
    const off = form({ hasBucket: false });
    expect(toSettings(off)).toMatchObject({ eulaBucket: null, presignRoleArn: null });
    expect(toSettings({ ...off, hasBucket: true })).toEqual(settings);
  });

  it('starts with a colour that no other account has', () => {
    expect(createAccountForm('keys', [{ ...other, colour: 'blue' }]).colour).toBe('green');
  });
});

describe('mistakes', () => {
  it.each([
    ['settings.name', { name: ' ' }],
    ['settings.prefix', { prefix: '1st' }],
    ['settings.prefix', { prefix: 'a'.repeat(25) }],
    ['settings.awsAccountId', { awsAccountId: '12345678901' }],
    ['settings.connection.roleArn', { roleArn: 'arn:aws:iam::12:role/x' }],
    ['settings.connection.externalId', { externalId: 'x' }],
    ['settings.connection.source.profile', { roleSourceProfile: '' }],
    ['settings.connection.source.account', { roleSource: 'account', roleSourceAccount: '' }],
    ['settings.connection.profile', { kind: 'profile', profile: '' }],
    ['settings.eulaBucket.bucket', { bucket: 'with.dots' }],
    ['settings.eulaBucket.prefix', { bucketPrefix: '/eula' }],
    ['settings.eulaBucket.region', { bucketRegion: 'Frankfurt' }],
    ['settings.presignRoleArn', { presignRoleArn: 'Presign' }],
    ['settings.endpoint', { endpoint: 'localhost' }],
  ] as [string, Partial<AccountForm>][])('are found at %s', (path, patch) => {
    expect(wrongFields(patch)).toEqual([path]);
  });

  it('are none in a good form', () => {
    expect(wrongFields({})).toEqual([]);
  });

  it('include what another account already has', () => {
    expect(wrongFields({ prefix: 'FERN' }, [other])).toEqual(['settings.prefix', 'settings.awsAccountId']);
  });

  it('of keys are found at their fields, unless stored ones may stay', () => {
    const nothing = { accessKeyId: '', secretAccessKey: '', sessionToken: '' };
    expect(findKeyErrors(nothing, true)).toEqual([]);
    expect(findKeyErrors(nothing, false).map(({ path }) => path)).toEqual(['keys.accessKeyId', 'keys.secretAccessKey']);
    const half = { ...nothing, accessKeyId: 'AKIAEXAMPLE000000001' };
    expect(findKeyErrors(half, true).map(({ path }) => path)).toEqual(['keys.secretAccessKey']);
  });
});

describe('suggestions', () => {
  it('make a unique prefix of the name', () => {
    expect(suggestPrefix('Fern & Hollow Labs', [])).toBe('Fern');
    expect(suggestPrefix('Fern Again', [other])).toBe('Fern2');
    expect(suggestPrefix('2026 出品者', [])).toBe('');
  });

  it('take the account id from a role', () => {
    expect(ownerOfRole(' arn:aws:iam::012345678901:role/x')).toBe('012345678901');
    expect(ownerOfRole('arn:aws:iam::0123:role/x')).toBeNull();
  });
});
