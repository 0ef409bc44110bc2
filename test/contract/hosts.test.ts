/** The contract as hosts and scripts see it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCall, type Handlers } from '../../src/main/handlers.ts';
import { events, methods, type MethodName } from '../../src/shared/contract/index.ts';
import { fail } from '../../src/shared/errors/app-error.ts';

const names = Object.keys(methods) as MethodName[];
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

function callWith(handler: (name: MethodName, input: unknown, signal: AbortSignal) => Promise<unknown>) {
  const handlers = Object.fromEntries(
    names.map((name) => [name, (input: unknown, { signal }: { signal: AbortSignal }) => handler(name, input, signal)]),
  );
  return createCall(handlers as unknown as Handlers, quiet);
}

test('names are feature.action, written once', () => {
  for (const name of [...names, ...Object.keys(events)]) expect(name).toMatch(/^[a-z]+(\.[a-zA-Z]+){1,2}$/);
  expect(new Set(names).size).toBe(names.length);
});

test.each(names)('%s refuses what its schema refuses, before its handler runs', async (name) => {
  let ran = false;
  const call = callWith(async () => {
    ran = true;
    return {};
  });
  const reply = await call(name, 'not an object');
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(ran).toBe(false);
});

test('an unknown method is data too', async () => {
  expect(await callWith(async () => ({}))('offers.nothing', {})).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  expect(await callWith(async () => ({}))('constructor', {})).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

test('an expected failure keeps its shape, an unexpected one says nothing of its inside', async () => {
  const expected = await callWith(async () => fail('throttled', { retryable: true, params: { operation: 'x' } }))(
    'app.info',
    {},
  );
  expect(expected).toMatchObject({
    ok: false,
    error: { code: 'throttled', retryable: true, params: { operation: 'x' } },
  });
  const unexpected = await callWith(async () => {
    throw new Error('password=hunter2');
  })('app.info', {});
  expect(unexpected).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(unexpected)).not.toContain('hunter2');
});

test('a cancelled call answers cancelled', async () => {
  const aborter = new AbortController();
  const call = callWith(async (_name, _input, signal) => {
    aborter.abort();
    signal.throwIfAborted();
  });
  expect(await call('app.info', {}, aborter.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('`npm run contract` prints a valid JSON schema for every method and event', () => {
  const script = join(import.meta.dirname, '../../scripts/contract.ts');
  const printed = JSON.parse(
    execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as {
    methods: Record<string, { input: object; output: object; summary: string }>;
    events: Record<string, { payload: object; summary: string }>;
  };
  expect(Object.keys(printed.methods)).toEqual(names);
  expect(Object.keys(printed.events)).toEqual(Object.keys(events));
  const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false });
  for (const { input, output, summary } of Object.values(printed.methods)) {
    expect(summary).toMatch(/\.$/);
    ajv.compile(input);
    ajv.compile(output);
  }
  const preferences = ajv.compile(printed.methods['app.preferences.set']?.input ?? {});
  expect(preferences({ theme: 'dark' })).toBe(true);
  expect(preferences({ theme: 'pink' })).toBe(false);
});

test('every input is a closed object or says so by its schema', () => {
  for (const name of names)
    expect(z.toJSONSchema(methods[name].input, { io: 'input', unrepresentable: 'any' })).toMatchObject({
      type: 'object',
    });
});
