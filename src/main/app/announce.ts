/** Tells the user through the system when a write to AWS has come to its end. */
import type { Change } from '../../shared/domain/change/change.ts';
import { CHANGE_KINDS } from '../../shared/domain/change/kinds.ts';
import type { EventBus } from '../events.ts';
import type { Notifier } from '../ports.ts';

function messageFor(change: Change): string | null {
  // Whoever gave it up knows.
  if (change.error?.code === 'abandoned') return null;
  if (change.state === 'succeeded') return CHANGE_KINDS[change.kind].done;
  if (change.state === 'failed' || change.state === 'refused') return 'failed';
  return null;
}

export function announceChanges(events: EventBus, notifier: Notifier): () => void {
  return events.subscribe((name, payload) => {
    if (name !== 'changes.changed') return;
    const change = payload as Change;
    const message = messageFor(change);
    if (!message) return;
    void notifier.notify({
      titleKey: `${message}.title`,
      bodyKey: `${message}.body`,
      params: { title: change.title },
      target: {
        kind: 'entity',
        account: change.account,
        entityType: change.entityType,
        entityId: change.entityId,
      },
    });
  });
}
