/** What may be associated with an opportunity, how much of it, and when. */
import type { RelatedEntityType } from '@aws-sdk/client-partnercentral-selling';
import { parseArn } from '../../catalog/arns.ts';
import type { Asked, SellingContext } from '../context.ts';
import type { OpportunityRecord } from '../model.ts';
import type { Problems } from './problems.ts';

export interface Association {
  readonly type: RelatedEntityType;
  readonly id: string;
}

const MOST: Readonly<Record<RelatedEntityType, number>> = {
  Solutions: 10,
  AwsProducts: 20,
  AwsMarketplaceSolutions: 10,
  AwsMarketplaceProducts: 10,
  AwsMarketplaceOffers: 1,
  AwsMarketplaceOfferSets: 1,
};

const FIELD = 'relatedEntityIdentifier';

function isOffer(type: RelatedEntityType): boolean {
  return type === 'AwsMarketplaceOffers' || type === 'AwsMarketplaceOfferSets';
}

export function checkNotLost({ content }: OpportunityRecord, { type }: Association, problems: Problems): void {
  if (content.LifeCycle.Stage !== 'Closed Lost' || !isOffer(type)) return;
  const message = "Cannot associate/disassociate offers when opportunity is in 'Closed Lost'.";
  problems.add('relatedEntityType', 'ACTION_NOT_PERMITTED', message);
}

export function checkNumber({ related }: OpportunityRecord, { type }: Association, problems: Problems): void {
  if (related[type].length >= MOST[type]) {
    const message = `An opportunity can have at most ${MOST[type]} ${type}.`;
    problems.add(FIELD, 'TOO_MANY_VALUES', message);
  }
  const other = type === 'AwsMarketplaceOffers' ? 'AwsMarketplaceOfferSets' : 'AwsMarketplaceOffers';
  if (isOffer(type) && related[other].length > 0) {
    problems.add(FIELD, 'TOO_MANY_VALUES', 'An opportunity has either one offer or one offer set.');
  }
}

export interface AssociationQuestion {
  readonly asked: Asked;
  readonly context: SellingContext;
  readonly record: OpportunityRecord;
}

export function checkEntity(association: Association, question: AssociationQuestion, problems: Problems): void {
  const { type, id } = association;
  const refuse = (message: string) => problems.add(FIELD, 'INVALID_VALUE', message);
  switch (type) {
    case 'Solutions':
      return checkSolution(id, question, refuse);
    case 'AwsProducts':
      if (!/^[A-Za-z][A-Za-z0-9()&.,+ /-]{1,99}$/.test(id)) refuse(`'${id}' is not the identifier of an AWS product.`);
      return;
    case 'AwsMarketplaceSolutions':
      return checkMarketplaceSolution(id, question, refuse);
    case 'AwsMarketplaceProducts':
    case 'AwsMarketplaceOffers':
    case 'AwsMarketplaceOfferSets':
      return checkMarketplaceEntity(association, question, refuse);
  }
}

type Refuse = (message: string) => void;

function checkSolution(id: string, { asked, context }: AssociationQuestion, refuse: Refuse): void {
  const { partner, catalog } = asked;
  const solution = context.store.solutions({ owner: partner.accountId, catalog }).get(id);
  if (!solution) return refuse(`Solution ${id} does not exist or is not accessible.`);
  if (solution.status !== 'Active')
    refuse(`Solution ${id} is ${solution.status}; only an active one can be associated.`);
}

function checkMarketplaceSolution(arn: string, { asked, context }: AssociationQuestion, refuse: Refuse): void {
  const { partner, catalog } = asked;
  const own = context.store.solutions({ owner: partner.accountId, catalog }).values();
  for (const { marketplaceArn, status } of own) if (marketplaceArn === arn && status === 'Active') return;
  refuse(`AWS Marketplace solution ${arn} does not exist or is not accessible.`);
}

const KINDS: Readonly<Partial<Record<RelatedEntityType, readonly string[]>>> = {
  AwsMarketplaceProducts: ['SaaSProduct', 'AmiProduct', 'ContainerProduct'],
  AwsMarketplaceOffers: ['Offer'],
  AwsMarketplaceOfferSets: ['OfferSet'],
};

const OPEN_STATES = ['Public', 'Limited', 'Released'];

function checkMarketplaceEntity({ type, id: arn }: Association, question: AssociationQuestion, refuse: Refuse): void {
  const { asked, context, record } = question;
  const parsed = parseArn(arn);
  if (!parsed || !KINDS[type]?.includes(parsed.type)) return refuse(`'${arn}' is not an ARN of ${type}.`);
  const entity = context.marketplace.entity(parsed.id);
  if (!entity || entity.arn !== arn || entity.owner !== asked.partner.accountId) {
    return refuse(`${parsed.type} ${parsed.id} does not exist or is not accessible.`);
  }
  if (!OPEN_STATES.includes(entity.state)) return refuse(`${parsed.type} ${parsed.id} is ${entity.state}.`);
  if (isOffer(type) && isTaken(arn, type, { record, context })) {
    refuse(
      'One AWS Marketplace offer can only be associated with one opportunity. This offer is already associated with another opportunity, try a different offer ID.',
    );
  }
}

function isTaken(
  arn: string,
  type: RelatedEntityType,
  { record, context }: Omit<AssociationQuestion, 'asked'>,
): boolean {
  for (const other of context.store.opportunities(record).values()) {
    if (other.id !== record.id && other.related[type].includes(arn)) return true;
  }
  return false;
}

const REQUIRED_TYPES: readonly RelatedEntityType[] = ['Solutions', 'AwsMarketplaceSolutions', 'AwsMarketplaceProducts'];

/** A deal that AWS knows keeps at least one solution or product. */
export function checkLast({ related, review }: OpportunityRecord, { type }: Association, problems: Problems): void {
  if (review.status === 'Pending Submission' || !REQUIRED_TYPES.includes(type)) return;
  const left = REQUIRED_TYPES.reduce((sum, name) => sum + related[name].length, 0) - 1;
  if (left > 0) return;
  const message = 'A submitted opportunity needs at least one solution or AWS Marketplace product.';
  problems.add(FIELD, 'ACTION_NOT_PERMITTED', message);
}
