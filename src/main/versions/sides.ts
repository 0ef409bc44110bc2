/** What a comparison stands on: a kept version or a draft of now, found, named, and brought into normal form. */
import type { SideInfo } from '../../shared/contract/versions.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { asNewOffer, parseOffer } from '../../shared/domain/offer/parse.ts';
import type { Product } from '../../shared/domain/product/product.ts';
import { toAgreementForm } from '../../shared/domain/version/agreement-form.ts';
import type { ComparedSide } from '../../shared/domain/version/compare.ts';
import { flatten, isRecord, type NormalEntry } from '../../shared/domain/version/flatten.ts';
import { toOfferForm } from '../../shared/domain/version/offer-form.ts';
import type { Version, VersionForm, VersionSide } from '../../shared/domain/version/version.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { DraftStore } from '../drafts/index.ts';
import { upgradeDraft } from '../../shared/domain/offer/upgrade.ts';
import type { ProductSource } from '../sources.ts';
import type { VersionStore } from './store.ts';

export interface Side {
  readonly info: SideInfo;
  readonly account: string;
  readonly form: VersionForm;
  readonly document: unknown;
}

export interface Sides {
  find(side: VersionSide): Side;
  toInfo(version: Version): SideInfo;
  compared(side: Side): ComparedSide;
  /** The side as a draft to go on with; `not-supported` where it is no offer. */
  toDraft(side: Side): OfferDraft;
}

export interface SideDependencies {
  readonly store: Pick<VersionStore, 'get'>;
  readonly drafts: Pick<DraftStore, 'get'>;
  readonly products: Pick<ProductSource, 'find'>;
}

export function createSides({ store, drafts, products }: SideDependencies): Sides {
  function toInfo(version: Version): SideInfo {
    return { side: { kind: 'version', id: version.id }, version, label: version.label, at: version.at };
  }

  /** Titles change, and a product may have been read only after the version was kept: today's copy tells the kind. */
  function productOf({ account, document }: Side): Product | null {
    const id = isRecord(document) ? document['ProductId'] : null;
    return typeof id === 'string' ? products.find(account, id) : null;
  }

  function entriesOf(side: Side): NormalEntry[] {
    switch (side.form) {
      case 'offer-draft':
        return toOfferForm(upgradeDraft(side.document));
      case 'offer':
        return toOfferForm(parseOffer(side.document, '', productOf(side)));
      case 'agreement-terms':
        return toAgreementForm(side.document, null);
      case 'document':
        return flatten(side.document);
    }
  }

  return {
    toInfo,
    find(side) {
      if (side.kind === 'version') {
        const { document, ...version } = store.get(side.id);
        return { info: toInfo(version), account: version.account, form: version.form, document };
      }
      const { account, name, updatedAt, document } = drafts.get(side.id);
      const info = { side, version: null, label: name, at: updatedAt };
      return { info, account, form: 'offer-draft', document: maskSignedAddresses(document) };
    },
    compared: (side) => ({ entries: entriesOf(side), termsOnly: side.form === 'agreement-terms' }),
    toDraft(side) {
      if (side.form === 'offer-draft') return asNewOffer(upgradeDraft(side.document));
      if (side.form === 'offer') return asNewOffer(parseOffer(side.document, '', productOf(side)));
      return fail('not-supported', { params: { name: side.info.label } });
    },
  };
}
