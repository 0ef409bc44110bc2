/** Nothing typed is lost: whatever happens to a save, the newest text is the one on disk in the end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createAutosave,
  type SaveResult,
  type SaveState,
} from '../../../../../src/renderer/features/wizard/editor/autosave.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';

/** A disk that keeps one document, and a clock that moves by hand. */
function createStage() {
  const timers = new Map<number, { callback: () => void; at: number }>();
  const states: SaveState[] = [];
  const disk = { document: '', revision: 1, saves: 0 };
  let now = 0;
  let nextHandle = 0;
  let answer: 'ok' | 'down' | 'slow' = 'ok';
  let release: (() => void) | null = null;

  async function save(document: string, revision: number): Promise<SaveResult> {
    disk.saves += 1;
    if (answer === 'down') return { ok: false, error: createAppError('host-unreachable', { retryable: true }) };
    if (answer === 'slow') await new Promise<void>((resolve) => (release = resolve));
    if (revision !== disk.revision) return { ok: false, error: createAppError('conflict') };
    Object.assign(disk, { document, revision: revision + 1 });
    return { ok: true, revision: disk.revision };
  }

  const autosave = createAutosave<string>({
    revision: 1,
    save,
    onState: (state) => states.push(state),
    timer: {
      set(callback, delayMs) {
        nextHandle += 1;
        timers.set(nextHandle, { callback, at: now + delayMs });
        return nextHandle;
      },
      clear: (handle) => timers.delete(handle as number),
    },
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    autosave,
    disk,
    lastState: () => states.at(-1)?.kind,
    answer: (how: typeof answer) => (answer = how),
    release: async () => {
      release?.();
      await settle();
    },
    async pass(milliseconds: number) {
      now += milliseconds;
      for (const [handle, timer] of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(handle);
        timer.callback();
      }
      await settle();
    },
  };
}

describe('createAutosave', () => {
  it('gathers the keystrokes of an instant into one save', async () => {
    const { autosave, disk, pass, lastState } = createStage();
    for (const text of ['O', 'Of', 'Off']) autosave.change(text);
    expect(lastState()).toBe('saving');
    await pass(100);
    expect(disk).toMatchObject({ document: 'Off', saves: 1 });
    expect(lastState()).toBe('saved');
    expect(autosave.isDirty).toBe(false);
  });

  it('does not wait for the typing to end', async () => {
    const { autosave, disk, pass } = createStage();
    for (let count = 1; count <= 5; count += 1) {
      autosave.change('x'.repeat(count));
      await pass(40);
    }
    expect(disk.saves).toBeGreaterThan(0);
  });

  it('saves what was typed during a save after it, on the new revision', async () => {
    const { autosave, disk, pass, release, answer } = createStage();
    answer('slow');
    autosave.change('one');
    await pass(100);
    autosave.change('two');
    answer('ok');
    await release();
    await pass(100);
    expect(disk).toMatchObject({ document: 'two', revision: 3 });
  });

  it('keeps trying when the host is gone, and sooner when something new is typed', async () => {
    const { autosave, disk, pass, answer, lastState } = createStage();
    answer('down');
    autosave.change('one');
    await pass(100);
    expect(lastState()).toBe('failed');
    expect(autosave.isDirty).toBe(true);
    answer('ok');
    await pass(1000);
    expect(disk.document).toBe('one');
    answer('down');
    autosave.change('two');
    await pass(100);
    answer('ok');
    autosave.change('three');
    await pass(100);
    expect(disk.document).toBe('three');
  });

  it('says that it could not save when it is flushed', async () => {
    const { autosave, answer } = createStage();
    answer('down');
    autosave.change('one');
    expect(await autosave.flush()).toBe(false);
    answer('ok');
    expect(await autosave.flush()).toBe(true);
  });

  it('stops at a conflict, keeps what is typed, and goes on once a person has decided', async () => {
    const { autosave, disk, pass, lastState } = createStage();
    Object.assign(disk, { document: 'theirs', revision: 5 });
    autosave.change('mine');
    await pass(100);
    autosave.change('mine too');
    await pass(60_000);
    expect(lastState()).toBe('conflict');
    expect(disk).toMatchObject({ document: 'theirs', saves: 1 });
    autosave.adopt(5);
    await pass(0);
    expect(disk.document).toBe('mine too');
  });

  it('forgets its own text when the other version was chosen', async () => {
    const { autosave, disk, pass, lastState } = createStage();
    Object.assign(disk, { document: 'theirs', revision: 5 });
    autosave.change('mine');
    await pass(100);
    autosave.discard();
    autosave.adopt(5);
    await pass(60_000);
    expect(disk).toMatchObject({ document: 'theirs', saves: 1 });
    expect(lastState()).toBe('saved');
  });

  it('has the newest text on disk in the end, whatever happens on the way', async () => {
    const event = fc.oneof(
      fc.string({ minLength: 1, maxLength: 3 }).map((text) => ({ type: text })),
      fc.constantFrom('ok' as const, 'down' as const).map((how) => ({ answer: how })),
      fc.nat(3000).map((milliseconds) => ({ pass: milliseconds })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (story) => {
        const stage = createStage();
        let newest = '';
        for (const step of story) {
          if ('type' in step) stage.autosave.change((newest = step.type));
          else if ('answer' in step) stage.answer(step.answer);
          else await stage.pass(step.pass);
        }
        stage.answer('ok');
        await stage.pass(10_000);
        expect(stage.disk.document).toBe(newest);
      }),
    );
  });
});
