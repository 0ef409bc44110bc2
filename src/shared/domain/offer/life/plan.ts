/** From an action to what would be sent and what the rules say about it. Pure: nothing is read and nothing is written. */
import { addDays } from '../../dates/plain-date.ts';
import type { Product } from '../../product/product.ts';
import { isRecord, typeOfTerm } from '../carried.ts';
import type { OfferChange } from '../change-set.ts';
import { compareOffers } from '../compare.ts';
import type { OfferDraft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import type { OfferState } from '../offer.ts';
import { parseOffer } from '../parse.ts';
import { toOfferState } from '../state.ts';
import { applyFix, isBlocking, preflight, type PreflightContext } from '../preflight/index.ts';
import type { OfferAction } from './action.ts';
import { lifeFindings } from './rules.ts';

/** An offer as DescribeEntity gives it. */
export interface OfferAtAws {
  readonly offerId: string;
  readonly revision: string;
  readonly document: unknown;
}

/** A value of the offer, as it is and as it is to be. */
export interface ChangedValue {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface PlanContext extends Omit<PreflightContext, 'held'> {
  /** This machine's copy; null where there is none. */
  readonly product: Product | null;
  /** The offer as a draft, with what is known here of what it was made from; without it the document tells alone. */
  readonly adopted?: OfferDraft;
}

export interface OfferPlan {
  readonly action: OfferAction;
  readonly held: OfferDraft;
  readonly meant: OfferDraft;
  readonly state: OfferState;
  readonly changes: readonly OfferChange[];
  /** What becomes different, value by value; empty for a release. */
  readonly values: readonly ChangedValue[];
  readonly findings: readonly Finding[];
  /** A service that is long enough for the new last day, where the one at AWS is too short; goes into the same change set. */
  readonly suggestedDuration: string | null;
}

type Details = Readonly<Record<string, unknown>>;

export function planOfferAction(action: OfferAction, offer: OfferAtAws, context: PlanContext): OfferPlan {
  switch (action.kind) {
    case 'expiry':
      return planExpiry(action, offer, context);
    case 'cancel':
      return planCancel(offer, context);
    case 'rename':
      return planRename(action, offer, context);
    case 'renewal':
      return planRenewal(action, offer, context);
    case 'release':
      return planRelease(offer, context);
  }
}

type ActionOf<K extends OfferAction['kind']> = Extract<OfferAction, { kind: K }>;

export function planExpiry(action: ActionOf<'expiry'>, offer: OfferAtAws, context: PlanContext): OfferPlan {
  const held = parse(offer, context);
  const { availabilityEndDate, agreementDuration } = action;
  const longer =
    agreementDuration !== null && held.service.mode === 'duration' && agreementDuration !== held.service.duration;
  const meant: OfferDraft = {
    ...held,
    availabilityEndDate,
    ...(longer && { service: { mode: 'duration', duration: agreementDuration } }),
  };
  const moved = availabilityEndDate !== held.availabilityEndDate;
  const changes: [string, Details][] = [
    ...(moved ? [availability(offer, availabilityEndDate)] : []),
    ...(longer ? [validity(offer, agreementDuration)] : []),
  ];
  return finish({ action, offer, context, held, meant, changes });
}

/** AWS's way to end an offer: a last day that has passed. */
export function planCancel(offer: OfferAtAws, context: PlanContext): OfferPlan {
  const held = parse(offer, context);
  const yesterday = addDays(context.today, -1);
  const meant = { ...held, availabilityEndDate: yesterday };
  const changes = [availability(offer, yesterday)];
  return finish({ action: { kind: 'cancel' }, offer, context, held, meant, changes });
}

export function planRename(action: ActionOf<'rename'>, offer: OfferAtAws, context: PlanContext): OfferPlan {
  const held = parse(offer, context);
  const { name, description } = action;
  const information: Details = {
    ...(name !== held.name && { Name: name }),
    ...(description !== held.description && { Description: description }),
  };
  const changes: [string, Details][] = Object.keys(information).length > 0 ? [['UpdateInformation', information]] : [];
  return finish({ action, offer, context, held, meant: { ...held, name, description }, changes });
}

export function planRenewal(action: ActionOf<'renewal'>, offer: OfferAtAws, context: PlanContext): OfferPlan {
  const held = parse(offer, context);
  const { renewal } = action;
  const meant = { ...held, isRenewal: renewal !== null, renewal };
  const flag = renewal && { AcquisitionChannel: renewal.acquisitionChannel, PricingModel: renewal.pricingModel };
  const isSame = held.isRenewal === meant.isRenewal && JSON.stringify(held.renewal) === JSON.stringify(renewal);
  const changes: [string, Details][] = isSame ? [] : [['UpdateInformation', { PreExistingAgreement: flag }]];
  return finish({ action, offer, context, held, meant, changes });
}

export function planRelease(offer: OfferAtAws, context: PlanContext): OfferPlan {
  const held = parse(offer, context);
  return finish({
    action: { kind: 'release' },
    offer,
    context,
    held,
    meant: held,
    changes: [['ReleaseOffer', {}]],
  });
}

/** Whether a finding keeps the action from being sent; warnings must have been read. */
export function isInTheWay(finding: Finding, acknowledged: readonly string[]): boolean {
  if (finding.severity === 'error') return true;
  return finding.severity === 'warning' && !acknowledged.includes(finding.ruleId);
}

function parse({ document, revision }: OfferAtAws, { product, adopted }: PlanContext): OfferDraft {
  return adopted ?? parseOffer(document, revision, product);
}

interface Draft {
  readonly action: OfferAction;
  readonly offer: OfferAtAws;
  readonly context: PlanContext;
  readonly held: OfferDraft;
  readonly meant: OfferDraft;
  readonly changes: readonly (readonly [string, Details])[];
}

function finish({ action, offer, context, held, meant, changes }: Draft): OfferPlan {
  const state = toOfferState(
    held.target?.state ?? 'Draft',
    held.availabilityEndDate === '' ? null : held.availabilityEndDate,
    context.today,
  );
  const checked = { ...context, held };
  const findings = preflight(meant, context.product, checked).filter(({ path }) => concerns(action, path));
  const Entity = { Type: 'Offer@1.0' as const, Identifier: offer.offerId };
  return {
    action,
    held,
    meant,
    state,
    changes: changes.map(([ChangeType, DetailsDocument]) => ({ ChangeType, Entity, DetailsDocument })),
    values: compareOffers(held, meant).map(({ path, meant: from, found: to }) => ({ path, from, to })),
    findings: [
      ...lifeFindings({ action, held, meant, state, context }),
      ...findings.map((one) => soften(one, action, held)),
    ],
    suggestedDuration: suggestedDuration(meant, findings, context.product, checked),
  };
}

/** Beginnings of the paths of a draft that an action can break; what else the rules say was so before. */
const CONCERNS: Readonly<Record<OfferAction['kind'], readonly string[] | 'all'>> = {
  expiry: ['availabilityEndDate', 'service', 'installments.schedule'],
  cancel: [],
  rename: ['name', 'description'],
  renewal: ['isRenewal', 'renewal'],
  release: 'all',
};

function concerns({ kind }: OfferAction, path: string): boolean {
  const paths = CONCERNS[kind];
  return paths === 'all' || paths.some((start) => path === start || path.startsWith(`${start}.`));
}

/** A draft at AWS may be incomplete until it is released: what is missing until then is worth saying, no more. */
function soften(finding: Finding, { kind }: OfferAction, held: OfferDraft): Finding {
  const isDraft = held.target?.state === 'Draft' && kind !== 'release';
  return isDraft && finding.severity === 'error' && !isBlocking(finding, 'draft')
    ? { ...finding, severity: 'warning' }
    : finding;
}

function suggestedDuration(
  meant: OfferDraft,
  findings: readonly Finding[],
  product: Product | null,
  context: PreflightContext,
): string | null {
  if (!findings.some(({ fix }) => fix === 'extend-service')) return null;
  const { service } = applyFix('extend-service', meant, product, context);
  return service.mode === 'duration' ? service.duration : null;
}

/** The rule as AWS holds it with another last day: members that this version does not know go along. */
function availability({ document }: OfferAtAws, date: string): [string, Details] {
  const rule = listOf(document, 'Rules').find((one) => typeOfTerm(one) === 'AvailabilityRule');
  const { Type: _type, ...members } = isRecord(rule) ? rule : {};
  return ['UpdateAvailability', { ...members, AvailabilityEndDate: date }];
}

/** The change replaces the whole list, so the term goes with everything that AWS holds of it. */
function validity({ document }: OfferAtAws, duration: string): [string, Details] {
  const terms = listOf(document, 'Terms').filter((term) => typeOfTerm(term) === 'ValidityTerm');
  const held = terms.find(isRecord) ?? { Type: 'ValidityTerm' };
  return ['UpdateValidityTerms', { Terms: [{ ...held, AgreementDuration: duration }] }];
}

function listOf(document: unknown, name: 'Terms' | 'Rules'): readonly unknown[] {
  const list = isRecord(document) ? document[name] : null;
  return Array.isArray(list) ? list : [];
}
