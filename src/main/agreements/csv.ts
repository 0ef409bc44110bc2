/** The list of agreements as a table for spreadsheets. */
import { AGREEMENT_CSV_COLUMNS, type AgreementSummary } from '../../shared/domain/agreement/agreement.ts';
import { toCsv } from '../text/csv.ts';

type Headings = Readonly<Record<string, string>>;

interface Owner {
  readonly name: string;
  readonly awsAccountId: string;
}

export function formatAgreements(
  agreements: readonly AgreementSummary[],
  ownerOf: (account: string) => Owner,
  headings: Headings,
): string {
  const rows = agreements.map((agreement) => {
    const cells = toCells(agreement, ownerOf(agreement.account), headings);
    return AGREEMENT_CSV_COLUMNS.map((column) => cells[column]);
  });
  return toCsv(
    AGREEMENT_CSV_COLUMNS.map((column) => headings[column] ?? column),
    rows,
  );
}

function toCells(
  each: AgreementSummary,
  owner: Owner,
  headings: Headings,
): Record<(typeof AGREEMENT_CSV_COLUMNS)[number], string> {
  return {
    id: each.id,
    status: headings[`status.${each.status}`] ?? each.status,
    account: owner.name,
    awsAccountId: owner.awsAccountId,
    product: each.productTitle ?? '',
    productId: each.productId,
    offer: each.offerName ?? '',
    offerId: each.offerId,
    audience: headings[`audience.${each.audience}`] ?? each.audience,
    buyer: each.acceptor,
    seller: each.proposer,
    accepted: each.acceptedAt ?? '',
    starts: each.startsAt ?? '',
    ends: each.endsAt ?? '',
    endBehavior: each.endBehavior ?? '',
    value: each.value ?? '',
    currency: each.currency ?? '',
    updated: each.updatedAt ?? '',
  };
}
