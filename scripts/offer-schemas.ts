/** Writes the JSON schemas of offer files, template files and opportunity files into docs/schemas: `node scripts/offer-schemas.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { opportunitySchemaJson } from '../src/main/opportunities/files.ts';
import { fileSchemaJson } from '../src/main/versions/files.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'schemas');
mkdirSync(folder, { recursive: true });
for (const format of ['offer', 'template'] as const) {
  writeFileSync(join(folder, `${format}.schema.json`), fileSchemaJson(format));
}
writeFileSync(join(folder, 'opportunity.schema.json'), opportunitySchemaJson());
