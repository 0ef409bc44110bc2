/** What the Agreement service needs of the catalog: the agreements themselves, and whom and what they name. */
import type { AgreementRecord, Entity, ProductEntity } from '../catalog/model.ts';

export interface AgreementLedger {
  agreement(id: string): AgreementRecord | undefined;
  agreements(): Iterable<AgreementRecord>;
  put(agreement: AgreementRecord): void;
  product(id: string): ProductEntity | undefined;
  productByCode(code: string): ProductEntity | undefined;
  entity(id: string): Entity | undefined;
  entities(): Iterable<Entity>;
}

export const EMPTY_LEDGER: AgreementLedger = {
  agreement: () => undefined,
  agreements: () => [],
  put: () => {},
  product: () => undefined,
  productByCode: () => undefined,
  entity: () => undefined,
  entities: () => [],
};
