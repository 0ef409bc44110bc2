import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { followChange } from '../../../../src/main/hosts/cli/follow.ts';
import type { Context } from '../../../../src/main/hosts/cli/kit.ts';
import { createOutput } from '../../../../src/main/hosts/cli/output.ts';
import { loadTexts } from '../../../../src/main/hosts/cli/texts.ts';
import type { Change } from '../../../../src/shared/domain/change/change.ts';
import { createAppError } from '../../../../src/shared/errors/app-error.ts';
import { change } from '../../renderer/support/offers.ts';

const texts = await loadTexts(join(import.meta.dirname, '../../../../src/renderer/i18n'), 'en');

afterEach(() => void vi.restoreAllMocks());

/** Follows a write that stays as it is until somebody interrupts the command. */
async function follow(stands: Partial<Change>, { interrupted = false, wait = true } = {}) {
  const printed = { out: '', err: '' };
  const handlers = new Map<string | symbol, () => void>();
  vi.spyOn(process, 'once').mockImplementation((name, listener) => {
    handlers.set(name, listener as () => void);
    return process;
  });
  const started = change('one', stands);
  const context = {
    texts,
    output: createOutput(
      'table',
      { out: (text) => void (printed.out += text), err: (text) => void (printed.err += text) },
      false,
    ),
    session: { on: () => () => {}, call: async () => started },
  } as unknown as Context;
  const code = followChange(context, started, wait);
  // As the process is told by Ctrl-C, once everything is listened to.
  await vi.waitFor(() => expect(handlers.size).toBe(2));
  if (interrupted) handlers.get('SIGINT')?.();
  return { code: await code, ...printed };
}

it.each<[string, Partial<Change>, boolean, boolean, number]>([
  ['is interrupted while it is sent', { state: 'sending', error: null }, true, true, 5],
  ['is interrupted while AWS works on it, though the end was asked for', { state: 'sent', error: null }, true, true, 5],
  ['has been taken by AWS, and no more was asked for', { state: 'sent', error: null }, false, false, 0],
  ['has come to its end', { state: 'verified', error: null }, false, true, 0],
  ['was not carried out by AWS', { state: 'failed', error: createAppError('change-set-failed') }, false, true, 4],
])('a write that %s', async (_what, stands, interrupted, wait, code) => {
  expect((await follow(stands, { interrupted, wait })).code).toBe(code);
});
