/** Every call that the app can make has a purpose in plain words, in every language: operations of the doors, jobs, and changes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/shared/contract/app.ts';
import { readCatalogues } from './support/catalogues.ts';
import { sourceFiles } from './support/key-use.ts';

/** Packages of AWS's clients, by the name that the doors have for the service. */
const SERVICES: Readonly<Record<string, string>> = {
  'marketplace-catalog': 'catalog',
  'marketplace-agreement': 'agreement',
  'partnercentral-selling': 'selling',
  eventbridge: 'events',
  sts: 'sts',
  s3: 's3',
  sqs: 'sqs',
  iam: 'iam',
  sns: 'sns',
};

const sources = sourceFiles('src/main').map((file) => readFileSync(file, 'utf8'));

/** `service.Operation` of every command that a file of the core imports. */
function operationsOf(source: string): string[] {
  const imports = source.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g);
  return [...imports].flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/\b(\w+)Command\b/g)].map(([, operation]) => `${SERVICES[client] ?? client}.${operation}`),
  );
}

/** The kinds of jobs, written where they start or in a constant beside it. */
function jobsOf(source: string): string[] {
  const starts = source.matchAll(/runJob\(\{\s*kind:\s*([^,\n]+(?:\n?[^,]*)?),/g);
  return [...starts].flatMap(([, value = '']) => {
    const texts = [...value.matchAll(/'([a-z]+(?:\.[A-Za-z]+)?)'/g)].map(([, text]) => text ?? '');
    const constant = new RegExp(`const ${value.trim()}\\b[^=]*= '([^']+)'`).exec(source)?.[1];
    return [...texts.filter((text) => !text.includes('-')), ...(constant === undefined ? [] : [constant])];
  });
}

const operations = [...new Set(sources.flatMap(operationsOf))].sort();
const jobs = [...new Set(sources.flatMap(jobsOf))].sort();
const catalogues = readCatalogues();

it('finds the operations of the doors and the jobs where they are written', () => {
  expect(operations.length).toBeGreaterThan(50);
  expect(operations).toContain('selling.CreateOpportunity');
  expect(operations).toContain('catalog.StartChangeSet');
  expect(operationsOf("import {\n  GetThingCommand,\n  type Thing,\n} from '@aws-sdk/client-new-service';")).toEqual([
    'new-service.GetThing',
  ]);
  expect(jobs).toEqual(expect.arrayContaining(['offers.sync', 'agreements.requests', 'notifications.setup', 'bulk']));
});

it.each(LANGUAGES)('all of them are put into words (%s)', (language) => {
  const texts = catalogues.get(language);
  const missing = [...operations, ...jobs.map((job) => `app.${job.replaceAll('.', '-')}`)].filter(
    (name) => !texts?.has(`sync-log:purpose.${name}`),
  );
  expect(missing).toEqual([]);
});
