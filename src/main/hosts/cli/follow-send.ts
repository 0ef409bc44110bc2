/** Follows the steps of a send on standard error until the last one is done, or one has ended badly. */
import type { Change } from '../../../shared/domain/change/change.ts';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import { errorLines } from './errors.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.ts';
import type { Context } from './kit.ts';

type Progress = MethodOutput<'opportunities.drafts.progress'>;

export async function followSend(context: Context, draftId: string): Promise<ExitCode> {
  const { session, output, texts } = context;
  const reached = Promise.withResolvers<Progress>();
  let told = '';
  const look = async () => {
    const progress = await session.call('opportunities.drafts.progress', { id: draftId });
    for (const { operation, change } of progress.steps) {
      if (!change) continue;
      const line = `${operation}: ${texts.t(`change.${change.state}`)}`;
      if (!told.includes(`\n${line}\n`)) output.say(line);
      told += `\n${line}\n`;
    }
    if (progress.state !== 'running' || stoppedOf(progress) !== null) reached.resolve(progress);
  };
  const start = () => void look().catch(reached.reject);
  const stops = [session.on('changes.changed', start), session.on('opportunities.draftsChanged', start)];
  // Whoever cannot wait lets the journal go on: the app, or the next command, sends what is left.
  const onInterrupt = () =>
    void session.call('opportunities.drafts.progress', { id: draftId }).then(reached.resolve, reached.reject);
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    start();
    const progress = await reached.promise;
    return report(context, progress);
  } finally {
    for (const stop of stops) stop();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** The step that a person must mend, or that has ended badly. */
function stoppedOf({ steps }: Progress): Change | null {
  return (
    steps.find(({ change }) => change !== null && (change.paused || ENDED_BADLY.includes(change.state)))?.change ?? null
  );
}

const ENDED_BADLY: readonly string[] = ['failed', 'cancelled', 'refused'];

function report({ output, texts }: Context, progress: Progress): ExitCode {
  const { state, opportunityId, steps } = progress;
  const stopped = stoppedOf(progress);
  const last = steps.findLast(({ change }) => change !== null)?.change ?? null;
  const shown = stopped ?? last;
  output.lines(progress, [
    ...(shown ? [texts.t(`change.${shown.state}`)] : []),
    ...(opportunityId ? [texts.t('apply.opportunity', { id: opportunityId })] : []),
    ...(stopped?.error ? errorLines(stopped.error, texts) : []),
  ]);
  if (state === 'done') return EXIT.ok;
  if (stopped === null) return EXIT.unknown;
  if (stopped.state === 'failed' || stopped.state === 'cancelled') return EXIT.refusedByAws;
  return stopped.error ? exitCodeOf(stopped.error) : EXIT.refused;
}
