/** Licence texts and reseller contracts: the standard one by version, custom ones fetched, read and kept by AWS. */
import type { ServiceDependencies } from '../../types.ts';
import type { JsonObject, OfferEntity, Term } from '../model.ts';
import type { ResaleAuthorizationEntity } from '../model-resale.ts';
import { legalTerm } from './offer-terms.ts';
import type { OfferRule, Violation } from './rule.ts';
import { violation } from './rule.ts';

const ON = 'UpdateLegalTerms';
export const LATEST_STANDARD_EULA = '2022-07-14';
// AWS publishes no limit.
const LARGEST_BYTES = 25 * 1024 * 1024;
const BUCKET = 'aws-mp-offer-legal-artifacts-us-east-1-prod';

export const legalDocuments: OfferRule = ({ after }) =>
  (legalTerm(after)?.Documents ?? []).flatMap((document) => {
    if (document.Type === 'CustomEula') return [];
    if (document.Type !== 'StandardEula') {
      const message = `Documents.Type ${document.Type} is not available for this product.`;
      return violation(true, 'INVALID_LEGAL_DOCUMENTS', ON, message);
    }
    return violation(
      document.Version !== LATEST_STANDARD_EULA,
      'INVALID_LEGAL_DOCUMENTS',
      ON,
      `Documents.Version ${document.Version} is not the latest, ${LATEST_STANDARD_EULA}.`,
    );
  });

type WithDocuments = OfferEntity | ResaleAuthorizationEntity;

export interface CollectedDocuments {
  readonly violations: readonly Violation[];
  /** The entity with AWS's own copies in place of the addresses that were sent. */
  readonly rehosted: () => WithDocuments;
}

interface FetchedDocument {
  readonly url: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** How a text that cannot be used is told, by the term that holds it. */
const CODES: Readonly<Record<string, { readonly unusable: string; readonly tooLarge: string }>> = {
  LegalTerm: { unusable: 'INVALID_LEGAL_DOCUMENTS', tooLarge: 'LIMIT_EXCEEDED_LEGAL_DOCUMENT_SIZE' },
  BuyerLegalTerm: { unusable: 'INVALID_BUYER_LEGAL_DOCUMENTS', tooLarge: 'INVALID_BUYER_LEGAL_DOCUMENTS' },
  ResaleLegalTerm: { unusable: 'INVALID_RESALE_LEGAL_DOCUMENTS', tooLarge: 'INVALID_RESALE_LEGAL_DOCUMENTS' },
};

/** Fetches the custom texts; keeps nothing until `rehosted` is called. */
export async function collectLegalDocuments(
  entity: WithDocuments,
  deps: Pick<ServiceDependencies, 'fetchDocument' | 'rehost' | 'randomId'>,
): Promise<CollectedDocuments> {
  const violations: Violation[] = [];
  const fetched: FetchedDocument[] = [];
  for (const { Type, url } of entity.terms.legal.flatMap(customTexts)) {
    const { unusable, tooLarge } = CODES[Type] ?? { unusable: '', tooLarge: '' };
    const answer = await deps.fetchDocument(url);
    if (!answer.ok) {
      violations.push(...violation(true, unusable, ON, `Documents.Url cannot be read: ${answer.reason}`));
      continue;
    }
    violations.push(...readablePdf(answer.bytes, { unusable, tooLarge }));
    fetched.push({ url, contentType: answer.contentType ?? 'application/pdf', bytes: answer.bytes });
  }
  return { violations, rehosted: () => withOwnCopies(entity, fetched, deps) };
}

function customTexts({ Type, ...term }: Term): { Type: string; url: string }[] {
  const documents = (term['Documents'] ?? []) as readonly JsonObject[];
  return documents
    .filter((document) => document['Type'] === 'CustomEula' || document['Type'] === 'CustomResellerContract')
    .map((document) => ({ Type, url: String(document['Url']) }));
}

function readablePdf(bytes: Uint8Array, { unusable, tooLarge }: { unusable: string; tooLarge: string }): Violation[] {
  if (bytes.byteLength > LARGEST_BYTES) {
    return violation(true, tooLarge, ON, `Documents.Url: the document is larger than ${LARGEST_BYTES} bytes.`);
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!text.subarray(0, 1024).includes('%PDF-')) {
    return violation(true, unusable, ON, 'Documents.Url: the document is not a PDF.');
  }
  return violation(text.includes('/Encrypt'), unusable, ON, 'Documents.Url: the PDF is protected by a password.');
}

function withOwnCopies(
  entity: WithDocuments,
  fetched: readonly FetchedDocument[],
  { rehost, randomId }: Pick<ServiceDependencies, 'rehost' | 'randomId'>,
): WithDocuments {
  const copies = new Map(
    fetched.map(({ url, contentType, bytes }) => [
      url,
      rehost(`${BUCKET}/${entity.id}/${randomId(32)}`, contentType, bytes),
    ]),
  );
  const legal = entity.terms.legal.map((term): Term => {
    const documents = (term['Documents'] ?? []) as readonly JsonObject[];
    return {
      ...term,
      Documents: documents.map((document) => {
        const Url = copies.get(String(document['Url']));
        return Url === undefined ? document : { ...document, Url };
      }),
    };
  });
  return { ...entity, terms: { ...entity.terms, legal } } as WithDocuments;
}
