/** The steps of the connection test that concern Partner Central: whether the account is linked there, and what it may do. */
import { ListOpportunitiesCommand, ListSolutionsCommand } from '@aws-sdk/client-partnercentral-selling';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { FEATURE_ACTIONS } from '../../shared/domain/account/permissions.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { CallOptions, SellingDoor } from '../aws/access.ts';
import type { Aws } from '../aws/index.ts';
import type { Outcome } from './connection-test.ts';
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

/** Lists are asked for a row each; what only a write can show is known from earlier use. */
export async function testPartnerRights(aws: Aws, record: AccountRecord, options: CallOptions): Promise<Outcome> {
  const { persona, partnerCentral } = record.settings;
  if (!persona.coSell) return { state: 'skipped', messageKey: key('partnerRights', 'none') };
  const missing = await findMissing(aws.access.selling(record.key), partnerCentral.catalog, options);
  const known = aws.capabilities.list(record.key, []);
  const expected = [...FEATURE_ACTIONS['co-sell'], ...FEATURE_ACTIONS['co-sell-write']];
  const denied = known.filter(({ action, state }) => state === 'denied' && expected.includes(action));
  const actions = [...new Set([...missing, ...denied.map(({ action }) => action)])];
  const [first] = actions;
  if (first !== undefined) {
    const params = { actions: actions.join(', '), catalog: partnerCentral.catalog };
    return { state: 'failed', messageKey: key('partnerRights', 'missing'), params, missingAction: first };
  }
  const seen = known.some(
    ({ action, state }) => state === 'allowed' && FEATURE_ACTIONS['co-sell-write'].includes(action),
  );
  return { state: 'passed', messageKey: key('partnerRights', seen ? 'passed' : 'readsOnly') };
}

async function findMissing(door: SellingDoor, Catalog: PartnerCatalog, options: CallOptions): Promise<string[]> {
  const probes: Readonly<Record<string, () => Promise<unknown>>> = {
    ListSolutions: () => door.send(new ListSolutionsCommand({ Catalog, MaxResults: 1 }), options),
  };
  const missing: string[] = [];
  for (const [operation, probe] of Object.entries(probes)) {
    try {
      await probe();
    } catch (error) {
      if (!isDenied(error)) throw error;
      missing.push(`partnercentral:${operation}`);
    }
  }
  return missing;
}

function isDenied(error: unknown): error is OfferdeckError {
  return error instanceof OfferdeckError && error.data.code === 'access-denied';
}

function key(step: 'partnerLink' | 'partnerRights', result: string): string {
  return `accounts-core:test.${step}.${result}`;
}
