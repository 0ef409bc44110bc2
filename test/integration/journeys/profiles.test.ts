import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import { seedRoles, roleArn as arnOf } from '../../../src/simulator/seed/roles.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { makeAwsConfig, profileWithKeys } from '../../support/aws-config.ts';
import {
  countOffers,
  makeDraft,
  publishInput,
  reached,
  requestsOf,
  SPEED,
  syncProducts,
} from '../../support/publishing-stage.ts';
import { sampleAccount } from '../../support/samples.ts';
import { accountsOf } from '../../support/simulator.ts';
import { startTestCore } from '../../support/test-core.ts';
import { startWatchedSimulator } from '../../support/watched-catalog.ts';

afterEach(() => vi.unstubAllEnvs());

/** The role of the ISV that demands an external id; the partner's keys may assume it with that. */
function partnerRole(simulator: Simulator) {
  const { isv } = accountsOf(simulator);
  const role = seedRoles.find(({ accountId, externalId }) => accountId === isv.accountId && externalId !== null);
  if (!role) throw new Error('the seed world has no role with an external id');
  return { arn: arnOf(role), externalId: role.externalId ?? '' };
}

function makeProfiles(simulator: Simulator, externalId: string) {
  const { isv, partner } = accountsOf(simulator);
  return makeAwsConfig({
    credentials: profileWithKeys('seller-keys', isv) + profileWithKeys('partner-keys', partner),
    config: [
      '[profile seller-role]',
      `role_arn = ${partnerRole(simulator).arn}`,
      `external_id = ${externalId}`,
      'source_profile = partner-keys',
    ].join('\n'),
  });
}

async function startWithProfile(simulator: Simulator, profile: string, externalId: string) {
  const { isv } = accountsOf(simulator);
  const { environment } = makeProfiles(simulator, externalId);
  const core = await startTestCore({ clock: createClock(SPEED), awsEnvironment: environment });
  const settings = sampleAccount({
    awsAccountId: isv.accountId,
    connection: { kind: 'profile', profile },
    eulaBucket: { bucket: isv.eulaBucket ?? '', prefix: 'journeys/', region: 'us-east-1' },
    endpoint: simulator.endpoint,
  });
  const { key } = await core.call('accounts.create', { settings, keys: null });
  return { core, account: key };
}

describe('from an AWS profile to a published offer', () => {
  it.each([
    ['static keys', 'seller-keys', /:user\//],
    ['a role assumed from another account, with external id', 'seller-role', /:assumed-role\/PartnerAccess\//],
  ])('works with %s', async (_what, profile, identity) => {
    const { simulator } = await startWatchedSimulator();
    const { core, account } = await startWithProfile(simulator, profile, partnerRole(simulator).externalId);
    await syncProducts(core, account);
    const draft = await makeDraft(core, account, { name: `Atlas by ${profile}`, eula: true });
    const { change } = await core.call('offers.publish', publishInput(draft));
    const done = await reached(core, change.id, 'verified', 'refused', 'failed');
    expect(done).toMatchObject({ state: 'verified', awsStatus: 'SUCCEEDED', differences: [], errors: [], error: null });
    expect(requestsOf(simulator, 'StartChangeSet').map(({ arn }) => arn)).toEqual([expect.stringMatching(identity)]);

    const detail = await core.call('offers.get', { account, offerId: done.offerId ?? '', refresh: true });
    expect(detail.summary).toMatchObject({ name: `Atlas by ${profile}`, state: 'active', madeHere: true });
    expect(await core.call('offers.compare', { changeId: change.id })).toEqual({ differences: [] });
    expect(await countOffers(simulator, `Atlas by ${profile}`)).toBe(1);
  });

  it('stops at the role when the external id is another one, and names the role', async () => {
    const { simulator } = await startWatchedSimulator();
    const { core, account } = await startWithProfile(simulator, 'seller-role', 'another-external-id');
    const { jobId } = await core.call('products.sync', { account });
    const job = await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
    expect(job).toMatchObject({ state: 'failed', error: { params: { role: partnerRole(simulator).arn } } });
    expect(requestsOf(simulator, 'ListEntities')).toEqual([]);
  });
});
