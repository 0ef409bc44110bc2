/** Writes docs/opportunity-rules.md: every rule about opportunities with its source and examples, and the table of fields. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { opportunityRulesPage } from '../test/support/opportunity-rules-page.ts';

const file = fileURLToPath(new URL('../docs/opportunity-rules.md', import.meta.url));
const page = opportunityRulesPage();

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/opportunity-rules.md is not current. Run: node scripts/opportunity-rules.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, page);
}
