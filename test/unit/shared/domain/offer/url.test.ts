import { describe, expect, it } from 'vitest';
import {
  checkUrlTemplate,
  DEFAULT_URL_TEMPLATES,
  findUrlTemplate,
  formatOfferUrl,
} from '../../../../../src/shared/domain/offer/url.ts';

const ids = { productId: 'prod-abcdefghijklm', offerId: 'offer-abcdefghijklm' };

describe('offer addresses', () => {
  it('uses the form seen in use for each product type', () => {
    expect(formatOfferUrl(findUrlTemplate('SaaSProduct', {}), ids)).toBe(
      'https://aws.amazon.com/marketplace/saas/ordering?productId=prod-abcdefghijklm&offerId=offer-abcdefghijklm',
    );
    for (const type of ['AmiProduct', 'ContainerProduct', null] as const) {
      expect(formatOfferUrl(findUrlTemplate(type, {}), ids)).toBe(
        'https://aws.amazon.com/marketplace/procurement?productId=prod-abcdefghijklm&offerId=offer-abcdefghijklm',
      );
    }
  });

  it('takes the person’s template, unless it cannot give an address', () => {
    const own = 'https://example.com/{offerId}';
    expect(findUrlTemplate('AmiProduct', { AmiProduct: own })).toBe(own);
    expect(findUrlTemplate('AmiProduct', { AmiProduct: 'http://example.com' })).toBe(DEFAULT_URL_TEMPLATES.AmiProduct);
    expect(findUrlTemplate('AmiProduct', { SaaSProduct: own })).toBe(DEFAULT_URL_TEMPLATES.AmiProduct);
  });

  it('escapes what would change the address', () => {
    expect(formatOfferUrl('https://example.com/{offerId}', { productId: '', offerId: 'a/b?c' })).toBe(
      'https://example.com/a%2Fb%3Fc',
    );
  });

  it.each([
    ['https://example.com/', 'no-offer-id'],
    ['https://example.com/{offerId}/{buyer}', 'unknown-placeholder'],
    ['http://example.com/{offerId}', 'not-https'],
    ['javascript:{offerId}', 'not-https'],
    ['{offerId}', 'not-https'],
  ])('refuses %s', (template, problem) => {
    expect(checkUrlTemplate(template)).toBe(problem);
  });

  it('finds nothing wrong with its own', () => {
    expect(Object.values(DEFAULT_URL_TEMPLATES).map(checkUrlTemplate)).toEqual([null, null, null]);
  });
});
