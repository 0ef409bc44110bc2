/** What a person does who has one draft to publish: asks, looks at the screen, asks again. The process may be killed at any instant. */
import { flushCompileCache } from 'node:module';
import { createCore, type Core } from '../../src/main/core.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/index.ts';
import type { Change } from '../../src/shared/domain/change/change.ts';
import { OfferdeckError } from '../../src/shared/errors/app-error.ts';
import { createPlainPorts } from './ports.ts';
import { dieAt, endWithParent, report, type PublisherOrder } from './protocol.ts';

const FINAL = ['verified', 'failed', 'cancelled', 'refused'];
/** How often a person looks at the screen, in real time. */
const LOOK_EVERY_MS = 50;

/** `ask` wants the draft published. A failure is shown and asked again; a refusal because it is under way already is no failure. */
export async function seeThrough(order: PublisherOrder, ask: (core: Core) => Promise<void>): Promise<never> {
  endWithParent();
  // At the usual end it would be too late: most publishers are killed.
  flushCompileCache();
  const ports = createPlainPorts({ ...order, onJournalPoint: dieAt(order.killAt) });
  const core = await createCore(ports);
  report({ kind: 'started' });
  for (;;) {
    const change = await findChange(core, order.draftId);
    if (!change) {
      await ask(core).catch((error: unknown) => {
        if (!(error instanceof OfferdeckError)) throw error;
      });
    } else if (FINAL.includes(change.state)) {
      const { state, offerId, differences } = change;
      report({ kind: 'settled', state, offerId, differences: differences?.length ?? 0 });
      await core.close();
      process.exit(0);
    } else if (change.error) await call(core, 'changes.resume', { id: change.id });
    await ports.clock.sleep(LOOK_EVERY_MS * order.speed);
  }
}

/** What the screen shows for the draft; an authorization has a write a partner, keyed by the draft and the partner. */
async function findChange(core: Core, draftId: string): Promise<Change | undefined> {
  const { items } = await call(core, 'changes.list', { account: null });
  return items.find((change) => change.draftId?.split('/')[0] === draftId);
}

export async function call<M extends MethodName>(
  core: Core,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const reply = await core.call(method, input);
  if (!reply.ok) throw new OfferdeckError(reply.error);
  return reply.value as MethodOutput<M>;
}
