import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { opportunityRulesPage } from '../../../../support/opportunity-rules-page.ts';

describe('docs/opportunity-rules.md', () => {
  it('is current (node scripts/opportunity-rules.ts writes it)', () => {
    const page = readFileSync(new URL('../../../../../docs/opportunity-rules.md', import.meta.url), 'utf8');
    expect(page).toBe(opportunityRulesPage());
  });
});
