/** Follows a write on standard error until it has come to an end, or until AWS has taken it. */
import type { Change } from '../../../shared/domain/change/change.ts';
import { errorLines } from './errors.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.ts';
import type { Context } from './kit.ts';

const ENDED = ['verified', 'failed', 'cancelled', 'refused'];
/** AWS has the change set: what becomes of it is told by `offers list` and the app as well. */
const TAKEN = ['sent', 'succeeded', ...ENDED];

export async function followChange(context: Context, started: Change, wait: boolean): Promise<ExitCode> {
  const { session, output, texts } = context;
  const goals = wait ? ENDED : TAKEN;
  const reached = Promise.withResolvers<Change>();
  let told = '';
  const look = (change: Change, paused: boolean) => {
    if (change.id !== started.id) return;
    const line = texts.t(`change.${change.state}`);
    if (line !== told) output.say((told = line));
    if (goals.includes(change.state) || paused) reached.resolve(change);
  };
  const stop = session.on('changes.changed', (change) => look(change, isStopped(change)));
  const onInterrupt = () => void session.call('changes.get', { id: started.id }).then(reached.resolve, reached.reject);
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    const now = await session.call('changes.get', { id: started.id });
    look(now, isStopped(now));
    const change = await reached.promise;
    const url = await urlOf(context, change);
    output.lines({ ...change, url }, resultLines(context, change, url));
    if (change.error && !ENDED.includes(change.state))
      for (const line of errorLines(change.error, texts)) output.warn(line);
    return codeOf(change, goals);
  } finally {
    stop();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** Nothing was sent, and nothing will be until a person has mended something. */
function isStopped({ state, error }: Change): boolean {
  return (state === 'intended' || state === 'eula-uploaded') && error !== null && !error.retryable;
}

function codeOf(change: Change, goals: readonly string[]): ExitCode {
  if (change.state === 'verified' || change.state === 'succeeded' || change.state === 'sent') {
    return goals.includes(change.state) ? EXIT.ok : EXIT.unknown;
  }
  if (change.state === 'failed' || change.state === 'cancelled') return EXIT.refusedByAws;
  if (change.state === 'refused') return change.error ? exitCodeOf(change.error) : EXIT.refused;
  return change.error && isStopped(change) ? exitCodeOf(change.error) : EXIT.unknown;
}

async function urlOf({ session }: Context, { account, offerId, state }: Change): Promise<string | null> {
  if (offerId === null || (state !== 'verified' && state !== 'succeeded')) return null;
  const reply = await session.call('offers.urls', { refs: [{ account, offerId }], filter: null }).catch(() => null);
  return reply?.urls[0]?.url ?? null;
}

function resultLines({ texts }: Context, change: Change, url: string | null): string[] {
  return [
    texts.t(`change.${change.state}`),
    ...(change.offerId ? [texts.t('apply.offer', { id: change.offerId })] : []),
    ...(change.changeSetId ? [texts.t('apply.changeSet', { id: change.changeSetId })] : []),
    ...(url ? [url] : []),
    ...change.errors.map(({ code, message }) => `  ${code}: ${message}`),
    ...(change.error && ENDED.includes(change.state) ? errorLines(change.error, texts) : []),
  ];
}
