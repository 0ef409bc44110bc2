// `npm run contract`: every method and event between a renderer or script and the core, with its JSON schema.
import { z } from 'zod';
import { events, methods } from '../src/shared/contract/index.ts';
import { failureSchema } from '../src/shared/contract/define.ts';

const describe = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' });

const contract = {
  methods: Object.fromEntries(
    Object.entries(methods).map(([name, { summary, input, output }]) => [
      name,
      { summary, input: describe(input, 'input'), output: describe(output, 'output') },
    ]),
  ),
  failure: describe(failureSchema, 'output'),
  events: Object.fromEntries(
    Object.entries(events).map(([name, { summary, payload }]) => [
      name,
      { summary, payload: describe(payload, 'output') },
    ]),
  ),
};

process.stdout.write(`${JSON.stringify(contract, null, 2)}\n`);
