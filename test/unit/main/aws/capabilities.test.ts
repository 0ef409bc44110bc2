import { beforeEach, describe, expect, it } from 'vitest';
import { createCapabilities, type Capabilities } from '../../../../src/main/aws/capabilities.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { createAccountStore } from '../../../../src/main/accounts/store.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const owner = { account: 'acme', awsAccountId: '012345678901', service: 'catalog' } as const;
let capabilities: Capabilities;
let announced: string[];

beforeEach(() => {
  const { database } = openDatabase(makeTempFolder(), Date.now());
  createAccountStore(database).insert({ key: 'acme', settings: sampleAccount(), createdAt: '2026-01-01T00:00:00Z' });
  announced = [];
  const clock = createManualClock();
  capabilities = createCapabilities({ database, clock, onChange: (account) => announced.push(account) });
});

function start(seen: 'allowed' | 'denied', ...types: string[]): void {
  const input = { ChangeSet: types.map((ChangeType) => ({ ChangeType })) };
  capabilities.observe(owner, { operation: 'StartChangeSet', input }, seen);
}

function known(): Record<string, string> {
  return Object.fromEntries(
    capabilities.list('acme', []).map(({ action, state }) => [action.replace('aws-marketplace:', ''), state]),
  );
}

describe('what a refused change set teaches', () => {
  it('is the whole action while nothing of it was ever allowed', () => {
    start('denied', 'CreateOffer', 'ReleaseOffer');
    expect(known()['StartChangeSet']).toBe('denied');
  });

  it('is the one change type that was never allowed, for somebody who may draft but not release', () => {
    start('allowed', 'CreateOffer', 'UpdateInformation');
    start('denied', 'CreateOffer', 'UpdateInformation', 'ReleaseOffer');
    expect(known()).toEqual({
      StartChangeSet: 'allowed',
      'StartChangeSet(CreateOffer)': 'allowed',
      'StartChangeSet(UpdateInformation)': 'allowed',
      'StartChangeSet(ReleaseOffer)': 'denied',
    });
  });

  it('is forgotten when the policy was changed, allowed things are not', () => {
    start('allowed', 'CreateOffer');
    start('denied', 'ReleaseOffer');
    capabilities.forgetRefused('acme', ['aws-marketplace:StartChangeSet(ReleaseOffer)']);
    expect(known()).toEqual({ StartChangeSet: 'allowed', 'StartChangeSet(CreateOffer)': 'allowed' });
    expect(announced).toEqual(['acme', 'acme', 'acme']);
  });

  it('is announced once, not with every call', () => {
    start('denied', 'ReleaseOffer');
    start('denied', 'ReleaseOffer');
    expect(announced).toEqual(['acme']);
  });
});
