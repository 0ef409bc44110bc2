/** An ISV on a simulator of its own, with drafts of authorizations that are ready to publish. */
import type { AuthorizationDraft } from '../../src/shared/domain/authorization/draft.ts';
import { addDays, addMonths } from '../../src/shared/domain/dates/plain-date.ts';
import { makePdf } from './pdf.ts';
import { SELLER, type ReadyDraft } from './publishing-stage.ts';
import type { TestCore } from './test-core.ts';

/** The channel partner of the seed world. */
export const PARTNER = '444455556666';
const BUYER = '777788889999';
const CONTRACT_PRODUCT = 'Lanternfish Atlas Insights';

interface AuthorizationOptions {
  readonly name?: string;
  /** A custom EULA and a custom reseller contract. */
  readonly custom?: boolean;
  /** Fixed units paid in instalments. */
  readonly installments?: boolean;
  readonly change?: (draft: AuthorizationDraft) => AuthorizationDraft;
}

/** Contract prices until a date, or fixed units paid by schedule; preflight has nothing against it. */
export async function makeAuthorizationDraft(
  core: Pick<TestCore, 'call'>,
  account: string,
  {
    name = 'Atlas through a partner',
    custom = false,
    installments = false,
    change = (draft) => draft,
  }: AuthorizationOptions = {},
): Promise<ReadyDraft> {
  const { items } = await core.call('products.list', { account, text: CONTRACT_PRODUCT });
  const { draft } = await core.call('authorizations.drafts.create', { account, productId: items[0]?.id ?? null });
  const today = new Date().toISOString().slice(0, 10);
  const end = addDays(today, 20);
  const attach = async (file: string) =>
    core.call('authorizations.drafts.attach', { id: draft.id, name: file, base64: makePdf().toString('base64') });
  const document: AuthorizationDraft = {
    ...draft.document,
    name,
    description: 'Deal 4711',
    resellers: [PARTNER],
    buyers: [BUYER],
    isRenewal: false,
    availabilityEndDate: end,
    contract: {
      ...draft.document.contract,
      rateCards: draft.document.contract.rateCards.map((card) => ({
        ...card,
        prices: card.prices.map(({ dimensionKey }) => ({ dimensionKey, price: '150.5' })),
      })),
    },
    ...(installments && {
      validity: 'single-use' as const,
      installments: {
        enabled: true,
        duration: 'P12M',
        grants: [{ dimensionKey: 'users', quantity: '50' }],
        schedule: [0, 3, 6].map((months) => ({ date: addMonths(addDays(end, 5), months), amount: '1000.00' })),
      },
    }),
    ...(custom && {
      eula: { kind: 'custom' as const, file: await attach('eula.pdf') },
      resellerContract: { kind: 'custom' as const, file: await attach('contract.pdf') },
    }),
  };
  const saved = await core.call('authorizations.drafts.save', {
    id: draft.id,
    revision: draft.revision,
    document: change(document),
  });
  return { id: draft.id, revision: saved.revision };
}

export function authorizationInput(draft: ReadyDraft, intent: 'release' | 'draft' = 'release') {
  return { draftId: draft.id, revision: draft.revision, intent, confirmedAccountId: SELLER, acknowledgedWarnings: [] };
}
