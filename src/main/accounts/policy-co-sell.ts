/** What the policy says about Partner Central: only the catalog that the account is connected to. */
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { FEATURE_ACTIONS } from '../../shared/domain/account/permissions.ts';
import type { Statement } from './policy-statement.ts';

const inCatalog = (catalog: PartnerCatalog) => ({ StringEquals: { 'partnercentral:Catalog': catalog } });

export function coSellReads(catalog: PartnerCatalog): Statement[] {
  return [
    {
      Sid: 'ReadOpportunities',
      Effect: 'Allow',
      Action: FEATURE_ACTIONS['co-sell'],
      Resource: '*',
      Condition: inCatalog(catalog),
    },
  ];
}

export function coSellWrites(catalog: PartnerCatalog): Statement[] {
  return [
    {
      Sid: 'WorkOnOpportunities',
      Effect: 'Allow',
      Action: FEATURE_ACTIONS['co-sell-write'],
      Resource: '*',
      Condition: inCatalog(catalog),
    },
  ];
}
