/** An offer or a template as a file: the members of a draft in a fixed order, readable, without what only this machine knows. */
import { z } from 'zod';
import { createOfferDraft, offerDraftSchema, type EulaFile, type OfferDraft } from '../offer/draft.ts';
import { canonicalJson } from './compare.ts';
import { strictly } from './strict.ts';

export const OFFER_FILE_VERSION = 1;

/** The PDF is named, not contained: it lies beside the file, or is known by its hash. */
const eulaSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standard'), version: z.string() }),
  z.strictObject({
    kind: z.literal('custom'),
    file: z.string().max(255).describe('Name of the PDF, which lies beside this file.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('Hash of its content. With it, no other PDF is taken.'),
  }),
  z.strictObject({ kind: z.literal('held-by-aws') }).describe('The document that AWS holds for this offer already.'),
]);
type FileEula = z.infer<typeof eulaSchema>;

const { schemaVersion: _version, setAside: _aside, target: _target, eula: _eula, ...members } = offerDraftSchema.shape;

/** Only what an offer differs in from an empty one must be written. */
const offerSchema = z
  .strictObject(
    Object.fromEntries(Object.entries(members).map(([name, member]) => [name, strictly(member).optional()])),
  )
  .extend({ eula: eulaSchema.optional() });

export const offerFileSchema = z
  .strictObject({
    format: z.literal('offerdeck-offer'),
    version: z.literal(OFFER_FILE_VERSION),
    changes: z
      .string()
      .regex(/^offer-[a-z0-9]+$/)
      .optional()
      .describe('Id of the offer at AWS that this file changes; without it a new offer is made.'),
    offer: offerSchema,
  })
  .meta({ title: 'Offerdeck offer', description: 'A private offer on AWS Marketplace.' });

export const templateFileSchema = z
  .strictObject({
    format: z.literal('offerdeck-template'),
    version: z.literal(OFFER_FILE_VERSION),
    name: z.string().min(1).max(100),
    offer: offerSchema,
  })
  .meta({
    title: 'Offerdeck template',
    description:
      'A pattern for private offers. Texts may hold {{buyer}}, {{date}} and {{product}}, prices {{price}}; dates may be steps from the day of use, such as +30d or +15d+2m.',
  });

export type OfferFile = z.infer<typeof offerFileSchema>;
export type TemplateFile = z.infer<typeof templateFileSchema>;

/** A custom EULA of which no file has been chosen yet. */
const NOT_CHOSEN = '';

/** Always written, so that a file means the same where another version starts from something else. */
const ALWAYS = ['currency', 'eula'];

export function toOfferFile(draft: OfferDraft): Record<string, unknown> {
  return {
    format: 'offerdeck-offer',
    version: OFFER_FILE_VERSION,
    ...(draft.target ? { changes: draft.target.offerId } : {}),
    offer: toMembers(draft),
  };
}

export function toTemplateFile(name: string, template: OfferDraft): Record<string, unknown> {
  return { format: 'offerdeck-template', version: OFFER_FILE_VERSION, name, offer: toMembers(template) };
}

function toMembers(draft: OfferDraft): Record<string, unknown> {
  const empty = createOfferDraft();
  const written = Object.keys(offerDraftSchema.shape).filter((name) => name in members || name === 'eula');
  return Object.fromEntries(
    written.flatMap((name): [string, unknown][] => {
      const key = name as keyof OfferDraft;
      const value = name === 'eula' ? toFileEula(draft.eula) : draft[key];
      const isUsual = canonicalJson(draft[key]) === canonicalJson(empty[key]);
      return isUsual && !ALWAYS.includes(name) ? [] : [[name, value]];
    }),
  );
}

function toFileEula(eula: OfferDraft['eula']): FileEula {
  if (eula.kind !== 'custom') return eula;
  return eula.file
    ? { kind: 'custom', file: eula.file.name, sha256: eula.file.sha256 }
    : { kind: 'custom', file: NOT_CHOSEN };
}

/** Which PDF a file names. */
export function eulaOfFile(offer: OfferFile['offer']): { name: string; sha256: string | null } | null {
  const eula = offer['eula'] as FileEula | undefined;
  return eula?.kind === 'custom' && eula.file !== NOT_CHOSEN ? { name: eula.file, sha256: eula.sha256 ?? null } : null;
}

/** The draft that a file describes. `eula`: the PDF that it names, where it is at hand. */
export function fromFileMembers(
  offer: OfferFile['offer'],
  about: { readonly eula: EulaFile | null; readonly target: OfferDraft['target'] },
): OfferDraft {
  const { eula: _named, ...given } = offer;
  const named = offer['eula'] as FileEula | undefined;
  const empty = createOfferDraft();
  const eula: OfferDraft['eula'] =
    named === undefined ? empty.eula : named.kind === 'custom' ? { kind: 'custom', file: about.eula } : named;
  const document: unknown = { ...empty, ...given, eula, target: about.target };
  return offerDraftSchema.parse(document);
}
