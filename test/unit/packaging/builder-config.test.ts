/** electron-builder.yml holds to its schema and states every fuse. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('app-builder-lib/scheme.json'), 'utf8'),
) as { definitions: { FuseOptionsV1: { properties: Record<string, unknown> } } };
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown> & {
  electronFuses: Record<string, boolean>;
};

/** The schema carries formatting hints that plain JSON schema does not know. */
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

test('the configuration is valid', () => {
  expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
});

test('an unknown setting would be noticed', () => {
  expect(validate({ ...config, hardenedRunTime: true })).toBe(false);
});

test('every fuse of the schema is stated', () => {
  expect(Object.keys(config.electronFuses).toSorted()).toEqual(
    Object.keys(schema.definitions.FuseOptionsV1.properties).toSorted(),
  );
});

test('targets are those the README promises', () => {
  expect(config).toMatchObject({
    asar: true,
    mac: { hardenedRuntime: true, target: [{ target: 'dmg', arch: 'universal' }] },
    win: { target: [{ target: 'nsis' }] },
    linux: { target: [{ target: 'AppImage' }, { target: 'deb' }] },
  });
});
