/** Publishes one draft of a run, as the wizard's own button does. */
import type { Change } from '../../shared/domain/change/change.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { isPublicOffer } from '../../shared/domain/offer/public-offer.ts';
import type { Finding } from '../../shared/domain/offer/finding.ts';
import { isBlocking } from '../../shared/domain/offer/preflight/index.ts';
import type { Handlers } from '../handlers.ts';
import type { Performer, RowPlan, RowTask } from './task.ts';

type PublishTask = Extract<RowTask, { kind: 'publish' }>;

export interface PublishDraftsDependencies {
  readonly drafts: {
    get(id: string): { readonly revision: number; readonly name: string; readonly document: OfferDraft };
    /** The offer that this draft has already made, where it has. */
    findMade(id: string): { readonly kind: string; readonly offerId: string } | null;
    readonly preflight: Handlers['drafts.preflight'];
  };
  readonly publish: (
    input: {
      draftId: string;
      revision: number;
      intent: PublishTask['intent'];
      confirmedAccountId: string;
      acknowledgedWarnings: string[];
    },
    signal: AbortSignal,
    link: { bulkId: string; check: () => void },
  ) => Promise<Change>;
}

export function createPublishDrafts({ drafts, publish }: PublishDraftsDependencies): Performer<PublishTask> {
  return {
    async plan({ subject, task }, signal) {
      const { revision, name, document } = drafts.get(subject.id);
      const { findings } = await drafts.preflight({ id: subject.id }, { signal });
      const made = document.target ? null : drafts.findMade(subject.id);
      const published = made !== null && made.kind !== 'offer-draft';
      const blocking = findings.filter((finding) => isBlocking(finding, task.intent));
      return {
        label: name || subject.id,
        buyers: document.buyers,
        before: null,
        after: document.availabilityEndDate || null,
        problems: [
          ...(published
            ? [{ messageKey: 'errors:already-published.what', params: { name, offerId: made.offerId } }]
            : []),
          ...(isPublicOffer(document)
            ? [{ messageKey: 'bulk:problem.publicOffer', params: { product: document.product?.title ?? '' } }]
            : []),
          ...blocking.map(toMessage),
        ],
        warnings: task.intent === 'release' ? warningsOf(findings) : [],
        // A published offer can only be ended; AWS keeps a draft for good.
        undo: task.intent === 'release' ? 'partly' : 'none',
        task: { ...task, revision },
      } satisfies RowPlan;
    },
    begin({ subject, task }, { confirmedAccountId, acknowledgedWarnings, bulkId, check, signal }) {
      const revision = task.revision ?? drafts.get(subject.id).revision;
      return publish(
        {
          draftId: subject.id,
          revision,
          intent: task.intent,
          confirmedAccountId,
          acknowledgedWarnings: [...acknowledgedWarnings],
        },
        signal,
        { bulkId, check },
      );
    },
  };
}

function warningsOf(findings: readonly Finding[]): RowPlan['warnings'] {
  return findings
    .filter(({ severity }) => severity === 'warning')
    .map((finding) => ({ ruleId: finding.ruleId, ...toMessage(finding) }));
}

function toMessage({ messageKey, params }: Finding): RowPlan['problems'][number] {
  return { messageKey, params };
}
