/** A channel partner on a simulator of its own: an authorization made out to it, offers from that. */
import type { AuthorizationDraft } from '../../src/shared/domain/authorization/draft.ts';
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { authorizationInput, makeAuthorizationDraft, PARTNER } from './authorization-stage.ts';
import { reached, requestsOf, type PublishingStage, type ReadyDraft } from './publishing-stage.ts';

/** Has no agreement for the product yet. */
export const RESALE_BUYER = '606060606060';

interface Received {
  /** Key of the partner's account in the core. */
  readonly partner: string;
  readonly authorizationId: string;
}

/** The ISV of the stage authorizes the partner; answers the partner's account and the authorization. */
export async function authorize(
  stage: PublishingStage,
  installments: boolean,
  change = (draft: AuthorizationDraft): AuthorizationDraft => ({ ...draft, buyers: [] }),
): Promise<Received> {
  const { core, account } = stage;
  const draft = await makeAuthorizationDraft(core, account, { installments, change });
  const { changes } = await core.call('authorizations.drafts.publish', authorizationInput(draft));
  const done = await reached(core, changes[0]?.id ?? '', 'verified', 'failed', 'refused');
  if (done.state !== 'verified') throw new Error(`the authorization is ${done.state}`);
  const authorizationId = done.entityId ?? '';
  const { accounts } = await core.call('accounts.list', {});
  const partner = accounts.find(({ awsAccountId }) => awsAccountId === PARTNER)?.key ?? '';
  const { jobId } = await core.call('authorizations.sync', { account: partner });
  await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
  return { partner, authorizationId };
}

export async function resell(
  { core }: PublishingStage,
  { partner, authorizationId }: Received,
  change: (draft: OfferDraft) => OfferDraft,
) {
  const { id } = await core.call('channel.offer', { account: partner, authorizationId });
  const { revision, document } = await core.call('drafts.get', { id });
  const saved = await core.call('drafts.save', {
    id,
    revision,
    document: change({ ...document, name: 'Atlas by Bramblegate', description: 'Deal 7', buyers: [RESALE_BUYER] }),
  });
  const publish = (intent: 'release' | 'draft' = 'release') => partnerInput({ id, revision: saved.revision }, intent);
  return { id, document, publish };
}

export function partnerInput({ id, revision }: ReadyDraft, intent: 'release' | 'draft' = 'release') {
  return { draftId: id, revision, intent, confirmedAccountId: PARTNER, acknowledgedWarnings: [] as string[] };
}

export function changeTypes({ simulator }: PublishingStage) {
  const input = requestsOf(simulator, 'StartChangeSet').at(-1)?.input as { ChangeSet: { ChangeType: string }[] };
  return input.ChangeSet.map(({ ChangeType }) => ChangeType);
}
