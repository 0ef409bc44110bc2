import { describe, expect, it } from 'vitest';
import { readProductList } from '../../../../src/main/aws-products/read-list.ts';
import { isPublicAddress, toFileAddress, AWS_PRODUCTS_ADDRESS } from '../../../../src/shared/domain/aws-product.ts';
import { OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import { productListText } from '../../../support/aws-product-list.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../support/aws-samples.ts';

function refusal(text: string) {
  try {
    readProductList(text);
  } catch (error) {
    if (!(error instanceof OfferdeckError)) throw error;
    expect(error.data.code).toBe('product-list-invalid');
    return error.data.fields.map(({ path, messageKey, params }) => [
      path,
      messageKey.split('list-')[1],
      params['line'],
    ]);
  }
  return null;
}

describe('the list of AWS products', () => {
  it('is read as AWS publishes it, with or without a mark of its byte order', () => {
    expect(readProductList(`\uFEFF${productListText}`)).toEqual([
      { id: 'AmazonExample', name: 'Amazon Example Service', family: 'Compute', description: 'Runs examples' },
      { id: 'AWSSampleStore', name: 'AWS Sample Store', family: 'Storage', description: 'Keeps samples' },
      { id: 'AWSNoFamily', name: 'AWS Thing without a Family', family: '', description: '' },
    ]);
  });

  it('says of what is wrong on which line and in which member', () => {
    const wrong = [
      '[',
      '  { "Identifier": "AmazonExample",',
      '    "Name": "One" },',
      '  { "Identifier": "has blanks",',
      '    "Name": "",',
      '    "Family": 3 },',
      '  "AmazonText",',
      '  { "Identifier": "AmazonExample",',
      '    "Name": "One again" },',
      '  { "Name": "No identifier" }',
      ']',
    ].join('\n');
    expect(refusal(wrong)).toEqual([
      ['1.Identifier', 'identifier', 4],
      ['1.Name', 'name', 5],
      ['1.Family', 'text', 6],
      ['2', 'not-a-product', 7],
      ['3.Identifier', 'duplicate', 8],
      ['4.Identifier', 'identifier', 10],
    ]);
    expect(refusal('{}')).toEqual([['', 'not-a-list', 1]]);
    expect(refusal('[]')).toEqual([['', 'empty', 1]]);
    expect(refusal('[\n  { "Identifier": "A", "Name": "B" },\n]')).toEqual([['', 'syntax', 3]]);
    expect(refusal('<!doctype html>\n<title>Sign in</title>')).toEqual([['', 'syntax', 1]]);
    expect(refusal('')).toEqual([['', 'syntax', 1]]);
    expect(refusal('[\n{ "Identifier": "A",\n"Name": "B"\n')).toEqual([['', 'syntax', 3]]);
    expect(refusal('[\n{ "Identifier": "A"\n"Name": "B" }]')).toEqual([['', 'syntax', 3]]);
    expect(refusal('[]\n[]')).toEqual([['', 'syntax', 2]]);
  });

  it('is found behind the page that AWS documents, at public addresses only', () => {
    expect(toFileAddress(AWS_PRODUCTS_ADDRESS)).toMatch(
      /^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/main\/.*\.json$/,
    );
    expect(toFileAddress('https://lists.example/blob/products.json')).toBe('https://lists.example/blob/products.json');
    expect(isPublicAddress('https://lists.example:8443/products.json?v=1')).toBe(true);
    for (const address of [
      'http://lists.example/products.json',
      'https://user:secret@lists.example/',
      'file:///etc/passwd',
      'https://',
      'https://lists.example/a b',
      '',
    ]) {
      expect(isPublicAddress(address), address).toBe(false);
    }
  });

  it.skipIf(samplesFolder === null)(`takes the list that AWS published (${NO_SAMPLES})`, () => {
    const published = readSample('ace-s3-samples/picklists/aws_products.json') as unknown[];
    const products = readProductList(JSON.stringify(published));
    expect(products).toHaveLength(published.length);
    expect(products.length).toBeGreaterThan(500);
  });
});
