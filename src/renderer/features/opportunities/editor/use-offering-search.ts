/** What can stand beside an opportunity, by a part of its name: offers, offer sets and products of ours from this machine's copies, and solutions. */
import type { OfferedSolution } from '../../../../shared/contract/opportunity-offerings.ts';
import type { AssociationType } from '../../../../shared/domain/opportunity/picklists.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';

export interface Offering {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** As many as a list shows at a glance; more letters narrow it down. */
const PAGE_SIZE = 30;

/** Empty where this machine has no copy of that kind: then the id is typed. */
export function useOfferingSearch(
  account: { readonly key: string; readonly awsAccountId: string } | null,
  type: AssociationType,
  text: string,
): {
  readonly offerings: readonly Offering[];
  readonly isLoading: boolean;
  /** Why AWS could not be asked. */
  readonly error: Error | null;
  /** How old the list is that was read from AWS for this; null of what has its own page. */
  readonly asOf: string | null;
  retry(): void;
} {
  const key = account?.key ?? '';
  const arn = (kind: string, id: string) =>
    `arn:aws:aws-marketplace:us-east-1:${account?.awsAccountId ?? ''}:AWSMarketplace/${kind}/${id}`;
  const page = { pageSize: PAGE_SIZE };
  const options = (wanted: AssociationType) => ({ enabled: account !== null && type === wanted, keepPrevious: true });
  const offers = useCallQuery(
    'offers.list',
    { filter: { account: key, text }, ...page },
    options('AwsMarketplaceOffers'),
  );
  const sets = useCallQuery(
    'offersets.list',
    { filter: { account: key, text }, ...page },
    options('AwsMarketplaceOfferSets'),
  );
  const products = useCallQuery('products.list', { account: key, text, ...page }, options('AwsMarketplaceProducts'));
  const solutions = useCallQuery(
    'opportunities.solutions',
    { account: key, text, inMarketplace: type === 'AwsMarketplaceSolutions', ...page },
    { enabled: account !== null && (type === 'Solutions' || type === 'AwsMarketplaceSolutions'), keepPrevious: true },
  );
  const isCopied = { error: null, asOf: null, retry: () => {} };
  switch (type) {
    case 'Solutions':
    case 'AwsMarketplaceSolutions':
      return {
        offerings: (solutions.data?.items ?? []).flatMap((solution) => toSolution(solution, type)),
        isLoading: solutions.isLoading,
        error: solutions.error,
        asOf: solutions.data?.syncedAt ?? null,
        retry: () => void solutions.refetch(),
      };
    case 'AwsMarketplaceOffers':
      return {
        offerings: (offers.data?.items ?? []).map(({ id, name }) => toOffering(arn('Offer', id), name, id)),
        isLoading: offers.isLoading,
        ...isCopied,
      };
    case 'AwsMarketplaceOfferSets':
      return {
        offerings: (sets.data?.items ?? []).map(({ id, name }) => toOffering(arn('OfferSet', id), name, id)),
        isLoading: sets.isLoading,
        ...isCopied,
      };
    case 'AwsMarketplaceProducts':
      return {
        offerings: (products.data?.items ?? []).map(({ id, title, type: kind }) =>
          toOffering(arn(kind, id), title, id),
        ),
        isLoading: products.isLoading,
        ...isCopied,
      };
    default:
      return { offerings: [], isLoading: false, ...isCopied };
  }
}

function toOffering(value: string, name: string, id: string): Offering {
  return { value, label: name || id, description: id };
}

/** Of the marketplace: only those that it knows, by their name there. */
function toSolution({ id, name, category, marketplaceArn }: OfferedSolution, type: AssociationType): Offering[] {
  const value = type === 'Solutions' ? id : marketplaceArn;
  const description = [value?.slice(value.lastIndexOf('/') + 1), category].filter(Boolean).join(' – ');
  return value === null ? [] : [{ value, label: name || id, description }];
}
