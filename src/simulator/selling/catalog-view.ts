/** Lets the Selling service look at the Marketplace catalog of the same world. */
import { entityArn } from '../catalog/arns.ts';
import { isProduct } from '../catalog/model.ts';
import type { AgreementLedger } from '../agreements/ledger.ts';
import type { MarketplaceView } from './marketplace.ts';

export function marketplaceOf(ledger: () => Pick<AgreementLedger, 'entity'>): MarketplaceView {
  return {
    entity(id) {
      const entity = ledger().entity(id);
      if (!entity || entity.type === 'ResaleAuthorization') return undefined;
      const state = isProduct(entity) ? entity.visibility : entity.state;
      return { id, owner: entity.owner, arn: entityArn(entity), state };
    },
  };
}
