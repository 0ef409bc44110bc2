import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeSetName,
  documentKey,
  documentPlaceholder,
  withDocumentUrls,
} from '../../../../src/main/changes/intent.ts';

const ID = '3f0c1d5e-5a0b-4c7e-9c57-3d6f1a2b4c5d';

describe('the name of a change set', () => {
  it('keeps the id of the journal within what AWS takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = changeSetName('A23456789_123456789-1234', ID, title);
        expect(name).toContain(ID);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name).toMatch(/^[\w\s+=.:@-]+$/);
      }),
    );
  });

  it('reads well in the console of AWS', () => {
    expect(changeSetName('ACME', ID, 'Bücher (EMEA), Q3')).toBe(`ACME ${ID} Bucher EMEA Q3`);
  });
});

describe('a document in the journal', () => {
  it.each([
    ['', 'abc.pdf'],
    ['eula', 'eula/abc.pdf'],
    ['deals/2027/', 'deals/2027/abc.pdf'],
  ])('lies under the prefix %j', (prefix, key) => {
    expect(documentKey(prefix, 'abc')).toBe(key);
  });

  it('is a placeholder that only sending replaces', () => {
    const request = {
      Catalog: 'AWSMarketplace' as const,
      ChangeSetName: 'n',
      ClientRequestToken: 't',
      ChangeSet: [
        {
          ChangeType: 'UpdateLegalTerms',
          Entity: { Type: 'Offer@1.0' as const },
          DetailsDocument: {
            Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: documentPlaceholder('abc') }] }],
            Note: `not ${documentPlaceholder('abc')}`,
          },
        },
      ],
    };
    const sent = withDocumentUrls(request, new Map([['abc', 'https://bucket.example/abc.pdf?X-Amz-Signature=1']]));
    expect(sent.ChangeSet[0]?.DetailsDocument).toEqual({
      Terms: [
        {
          Type: 'LegalTerm',
          Documents: [{ Type: 'CustomEula', Url: 'https://bucket.example/abc.pdf?X-Amz-Signature=1' }],
        },
      ],
      Note: `not ${documentPlaceholder('abc')}`,
    });
    expect(JSON.stringify(request)).not.toContain('X-Amz');
  });
});
