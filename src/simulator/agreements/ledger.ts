/** What the Agreement service needs of the catalog: the agreements themselves, and whom and what they name. */
import type { AgreementRecord, OfferEntity, ProductEntity } from '../catalog/model.ts';

export interface AgreementLedger {
  agreement(id: string): AgreementRecord | undefined;
  agreements(): Iterable<AgreementRecord>;
  put(agreement: AgreementRecord): void;
  offer(id: string): OfferEntity | undefined;
  product(id: string): ProductEntity | undefined;
}

export const EMPTY_LEDGER: AgreementLedger = {
  agreement: () => undefined,
  agreements: () => [],
  put: () => {},
  offer: () => undefined,
  product: () => undefined,
};
