/** Licence texts: the standard one by version, custom ones fetched, read and kept by AWS. */
import type { ServiceDependencies } from '../../types.ts';
import type { JsonObject, OfferEntity, Term } from '../model.ts';
import { legalTerm } from './offer-terms.ts';
import type { OfferRule, Violation } from './rule.ts';
import { violation } from './rule.ts';

const ON = 'UpdateLegalTerms';
const LATEST_STANDARD_EULA = '2022-07-14';
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

export interface CollectedDocuments {
  readonly violations: readonly Violation[];
  /** The offer with AWS's own copies in place of the addresses that were sent. */
  readonly rehosted: () => OfferEntity;
}

interface FetchedDocument {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Fetches the custom EULA; keeps nothing until `rehosted` is called. */
export async function collectLegalDocuments(
  offer: OfferEntity,
  deps: Pick<ServiceDependencies, 'fetchDocument' | 'rehost' | 'randomId'>,
): Promise<CollectedDocuments> {
  const document = legalTerm(offer)?.Documents[0];
  if (document?.Type !== 'CustomEula') return { violations: [], rehosted: () => offer };
  const answer = await deps.fetchDocument(document.Url);
  if (!answer.ok) {
    const message = `Documents.Url cannot be read: ${answer.reason}`;
    return { violations: violation(true, 'INVALID_LEGAL_DOCUMENTS', ON, message), rehosted: () => offer };
  }
  const fetched = { contentType: answer.contentType ?? 'application/pdf', bytes: answer.bytes };
  return { violations: readablePdf(fetched), rehosted: () => withOwnCopy(offer, fetched, deps) };
}

function readablePdf({ bytes }: FetchedDocument): Violation[] {
  if (bytes.byteLength > LARGEST_BYTES) {
    const message = `Documents.Url: the document is larger than ${LARGEST_BYTES} bytes.`;
    return violation(true, 'LIMIT_EXCEEDED_LEGAL_DOCUMENT_SIZE', ON, message);
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!text.subarray(0, 1024).includes('%PDF-')) {
    return violation(true, 'INVALID_LEGAL_DOCUMENTS', ON, 'Documents.Url: the document is not a PDF.');
  }
  const message = 'Documents.Url: the PDF is protected by a password.';
  return violation(text.includes('/Encrypt'), 'INVALID_LEGAL_DOCUMENTS', ON, message);
}

function withOwnCopy(
  offer: OfferEntity,
  { contentType, bytes }: FetchedDocument,
  { rehost, randomId }: Pick<ServiceDependencies, 'rehost' | 'randomId'>,
): OfferEntity {
  const Url = rehost(`${BUCKET}/${offer.id}/${randomId(32)}`, contentType, bytes);
  const legal = offer.terms.legal.map((term): Term => {
    const documents = (term['Documents'] ?? []) as readonly JsonObject[];
    return { ...term, Documents: documents.map((document) => ({ ...document, Url })) };
  });
  return { ...offer, terms: { ...offer.terms, legal } };
}
