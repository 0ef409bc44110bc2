/** Writes docs/preflight-rules.md: every preflight rule with its row of the AWS reference, a passing and a failing example. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preflightRulesPage } from '../test/support/preflight-rules-page.ts';

const file = fileURLToPath(new URL('../docs/preflight-rules.md', import.meta.url));
const page = preflightRulesPage();

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/preflight-rules.md is not current. Run: node scripts/preflight-rules.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, page);
}
