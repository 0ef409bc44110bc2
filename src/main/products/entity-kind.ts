/** What the journal must know of a SaaS product that an offer adds dimensions to. */
import { z } from 'zod';
import type { Difference } from '../../shared/domain/offer/offer.ts';
import type { ChangeSetIntent } from '../changes/intent.ts';
import type { EntityKind } from '../changes/kinds.ts';
import type { Products } from './index.ts';

const dimensionsSchema = z.array(z.looseObject({ Key: z.string() }));
const documentSchema = z.looseObject({ Dimensions: dimensionsSchema.nullish() });

/** Members of a dimension as AWS names them, and the fields they are typed in. */
const MEMBERS: Readonly<Record<string, string>> = {
  Key: 'newDimensions.0.key',
  Unit: 'newDimensions.0.unit',
  Types: 'newDimensions.0.type',
  Dimensions: 'newDimensions',
};

export function createSaasProductKind(products: Pick<Products, 'refresh'>): EntityKind {
  return {
    type: 'SaaSProduct',
    async read(account, id, signal) {
      const { revision, document } = await products.refresh(account, id, signal);
      return { id, revision: revision ?? '', document };
    },
    compare(intent, { document }) {
      const parsed = documentSchema.safeParse(document);
      const found = new Set((parsed.success ? (parsed.data.Dimensions ?? []) : []).map(({ Key }) => Key));
      return addedKeys(intent).flatMap((key): Difference[] =>
        found.has(key) ? [] : [{ path: `newDimensions.${key}`, meant: key, found: null }],
      );
    },
    pathOf: (changeType) => (changeType === 'AddDimensions' ? 'newDimensions' : null),
    pathOfMember: (member) => MEMBERS[member] ?? null,
  };
}

function addedKeys({ request }: ChangeSetIntent): string[] {
  return request.ChangeSet.filter(({ ChangeType }) => ChangeType === 'AddDimensions').flatMap(({ DetailsDocument }) => {
    const parsed = dimensionsSchema.safeParse(DetailsDocument);
    return parsed.success ? parsed.data.map(({ Key }) => Key) : [];
  });
}
