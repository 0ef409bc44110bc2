/** The steps of the connection test that concern Partner Central: whether the account is linked there, and what it may do. */
import { ListOpportunitiesCommand } from '@aws-sdk/client-partnercentral-selling';
import { FEATURE_ACTIONS } from '../../shared/domain/account/permissions.ts';
import type { CallOptions } from '../aws/access.ts';
import type { Aws } from '../aws/index.ts';
import type { Outcome } from './connection-test.ts';
import { isDenied, probeReads } from './partner-probes.ts';
import type { AccountRecord } from './store.ts';

/** Partner Central answers here only, whatever region the profile names. */
const REGION = 'us-east-1';

export async function testPartnerLink(aws: Aws, record: AccountRecord, options: CallOptions): Promise<Outcome> {
  const { persona, partnerCentral, awsAccountId } = record.settings;
  if (!persona.coSell) return { state: 'skipped', messageKey: key('partnerLink', 'none') };
  const { catalog } = partnerCentral;
  const params = { catalog, awsAccountId, region: REGION };
  try {
    const command = new ListOpportunitiesCommand({ Catalog: catalog, MaxResults: 1 });
    await aws.access.selling(record.key).send(command, options);
  } catch (error) {
    // Without a named action it is no matter of IAM: AWS does not know the account as a partner's, or not in this catalog.
    if (!isDenied(error) || error.data.params['action'] !== undefined) throw error;
    return { state: 'failed', messageKey: key('partnerLink', 'notLinked'), params };
  }
  return { state: 'passed', messageKey: key('partnerLink', 'passed'), params };
}

/** Every read is asked for once, a row each; what only a write can show is known from earlier use. */
export async function testPartnerRights(aws: Aws, record: AccountRecord, options: CallOptions): Promise<Outcome> {
  const { persona, partnerCentral } = record.settings;
  if (!persona.coSell) return { state: 'skipped', messageKey: key('partnerRights', 'none') };
  const { catalog } = partnerCentral;
  const probed = await probeReads(aws.access.selling(record.key), catalog, options);
  const known = new Map(aws.capabilities.list(record.key, []).map(({ action, state }) => [action, state]));
  const expected = [...FEATURE_ACTIONS['co-sell'], ...FEATURE_ACTIONS['co-sell-write']];
  // What the probe itself has seen counts for more than what was refused some time.
  const missing = expected.filter((action) => (probed.get(action) ?? known.get(action)) === 'denied');
  const [first] = missing;
  if (first !== undefined) {
    const params = { actions: missing.join(', '), catalog };
    return { state: 'failed', messageKey: key('partnerRights', 'missing'), params, missingAction: first };
  }
  const untried = FEATURE_ACTIONS['co-sell'].filter(
    (action) => (probed.get(action) ?? known.get(action)) === undefined,
  );
  if (untried.length > 0) {
    return {
      state: 'passed',
      messageKey: key('partnerRights', 'untried'),
      params: { actions: untried.join(', '), catalog },
    };
  }
  const seen = FEATURE_ACTIONS['co-sell-write'].some((action) => known.get(action) === 'allowed');
  return { state: 'passed', messageKey: key('partnerRights', seen ? 'passed' : 'readsOnly') };
}

function key(step: 'partnerLink' | 'partnerRights', result: string): string {
  return `accounts-core:test.${step}.${result}`;
}
