/** The message catalogues as files, flattened: `topic:key.path` -> text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../../../src/shared/contract/app.ts';

const FOLDER = join(import.meta.dirname, '../../../../src/renderer/i18n');

export type FlatCatalogue = ReadonlyMap<string, string>;

export function readCatalogue(language: Language): FlatCatalogue {
  const flat = new Map<string, string>();
  for (const file of readdirSync(join(FOLDER, language))) {
    const topic = file.replace(/\.json$/, '');
    flatten(JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')), `${topic}:`, flat);
  }
  return flat;
}

export function readCatalogues(): ReadonlyMap<Language, FlatCatalogue> {
  return new Map(LANGUAGES.map((language) => [language, readCatalogue(language)]));
}

function flatten(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === 'string') {
    into.set(path, value);
    return;
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither a text nor a group`);
  const separator = path.endsWith(':') ? '' : '.';
  for (const [key, child] of Object.entries(value)) {
    if (/[.:]/.test(key)) throw new Error(`${path}: the key "${key}" holds a separator`);
    flatten(child, `${path}${separator}${key}`, into);
  }
}

/** The key without its plural form: languages have different numbers of forms. */
export function toBaseKey(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)].map((match) => match[1] ?? ''))].sort();
}
