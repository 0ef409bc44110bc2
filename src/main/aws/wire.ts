/**
 * JSON as it travels, past what the SDK does to it: it drops members that are null or that it does not know, and rounds instants. Partner
 * Central takes a record as a whole, so a member that was lost on the way would be emptied.
 */
import type { BuildMiddleware, Command, DeserializeMiddleware, MetadataBearer } from '@smithy/types';
import type { CallOptions, Door } from './access.ts';

type Json = Readonly<Record<string, unknown>>;

/** Sends `body` instead of what the SDK would make of the command's input. Length and signature are made of it afterwards. */
export function withWireBody<Inputs extends object, Outputs extends MetadataBearer>(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the resolved configuration differs per client
  command: Command<any, Inputs, any, Outputs, any>,
  body: Json,
): typeof command {
  const replace: BuildMiddleware<Inputs, Outputs> = (next) => (args) => {
    const request = args.request as { body?: unknown };
    request.body = JSON.stringify(body);
    return next(args);
  };
  command.middlewareStack.add(replace, { name: 'offerdeckWireBody', step: 'build', priority: 'high', override: true });
  return command;
}

/** Sends a command and answers with the JSON that came, whole and unread. */
export async function sendForWire<
  Inputs extends object,
  Outputs extends MetadataBearer,
  I extends Inputs,
  O extends Outputs,
>(
  door: Door<Inputs, Outputs>,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  command: Command<Inputs, I, Outputs, O, any>,
  options: CallOptions,
): Promise<Json> {
  let text = '';
  const keep: DeserializeMiddleware<I, O> = (next) => async (args) => {
    const result = await next(args);
    const response = result.response as { body?: unknown };
    const bytes = await readAll(response.body);
    text = new TextDecoder().decode(bytes);
    response.body = bytes;
    return result;
  };
  command.middlewareStack.add(keep, {
    name: 'offerdeckWireAnswer',
    step: 'deserialize',
    priority: 'low',
    override: true,
  });
  await door.send(command, options);
  return text.trim() === '' ? {} : (JSON.parse(text) as Json);
}

async function readAll(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array | string>) {
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}
