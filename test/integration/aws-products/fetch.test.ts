import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import { createWeb } from '../../../src/main/hosts/common/web.ts';
import { DEFAULT_PREFERENCES } from '../../../src/main/hosts/common/preferences.ts';
import type { Clock, Web } from '../../../src/main/ports.ts';
import { createAppError, OfferdeckError } from '../../../src/shared/errors/app-error.ts';
import { PRODUCT_LIST, productListText } from '../../support/aws-product-list.ts';
import { startTestCore } from '../../support/test-core.ts';

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const text =
  (body: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
  };

const options = (changes: Partial<Parameters<Web['getText']>[1]> = {}) => ({
  limitBytes: 10_000,
  patienceMs: 5000,
  signal: new AbortController().signal,
  ...changes,
});

const local = createWeb((address) => address.startsWith('http://127.0.0.1:'));

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof OfferdeckError ? error.data.code : String(error)),
  );
}

describe('reading a public page', () => {
  it('follows redirects, and none that leads elsewhere than allowed', async () => {
    const start = await serve((request, response) => {
      if (request.url === '/list') return void response.end(productListText);
      const to: Record<string, string> = { '/moved': '/list', '/out': 'http://elsewhere.example/', '/round': '/round' };
      response.writeHead(302, { location: to[request.url ?? ''] ?? '/' }).end();
    });
    expect(await local.getText(`${start}/moved`, options())).toBe(productListText);
    expect(await codeOf(local.getText(`${start}/out`, options()))).toBe('address-refused');
    expect(await codeOf(local.getText(`${start}/round`, options()))).toBe('address-refused');
    // What the app itself is built with takes nothing but https.
    expect(await codeOf(createWeb().getText(`${start}/list`, options()))).toBe('address-refused');
  });

  it('says what the address answers, stops at the limits, and hides what a query holds', async () => {
    const missing = await serve(text('not here', 404));
    const failure = await local
      .getText(`${missing}/list?key=secret`, options())
      .catch((error: OfferdeckError) => error);
    expect(failure).toMatchObject({
      data: { code: 'address-answered', params: { status: 404, address: `${missing}/list` } },
    });
    expect(await codeOf(local.getText(await serve(text('x'.repeat(20_000))), options()))).toBe('file-too-large');
    const silent = await serve((_request, response) => void response.write('['));
    expect(await codeOf(local.getText(silent, options({ patienceMs: 30 })))).toBe('address-too-slow');
    expect(await codeOf(local.getText('http://127.0.0.1:1/', options()))).toBe('address-unreachable');
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    expect(await codeOf(local.getText(silent, options({ signal: stop.signal })))).toBe('Error: stopped');
  });
});

describe('the list of AWS products', () => {
  it('stays as it was when the next one cannot be read, says how old it is, and is there after a restart', async () => {
    let answer: () => Promise<string> = async () => productListText;
    const asked: string[] = [];
    const web: Web = { getText: (address) => (asked.push(address), answer()) };
    const first = await startTestCore({ web });
    expect(await first.call('awsproducts.list', {})).toEqual({ items: [], total: 0, list: null });
    const taken = await first.call('awsproducts.fetch', {});
    expect(taken).toMatchObject({ added: 3, removed: 0, list: { source: 'address', count: 3, ageDays: 0 } });
    expect(taken.list.origin).toBe(DEFAULT_PREFERENCES.awsProductsAddress);
    expect(asked[0]).toContain('raw.githubusercontent.com');
    expect(first.eventsOf('awsproducts.changed')).toEqual([{ count: 3 }]);

    const broken = ['<html>Sign in</html>', JSON.stringify([...PRODUCT_LIST, { Identifier: 'AmazonNameless' }])];
    for (const body of broken) {
      answer = async () => body;
      expect((await first.failure('awsproducts.fetch', {})).code).toBe('product-list-invalid');
    }
    answer = () => Promise.reject(new OfferdeckError(createAppError('address-unreachable')));
    expect((await first.failure('awsproducts.fetch', {})).code).toBe('address-unreachable');
    expect((await first.call('awsproducts.list', {})).items.map(({ name }) => name)).toEqual([
      'Amazon Example Service',
      'AWS Sample Store',
      'AWS Thing without a Family',
    ]);

    const later = await startTestCore({
      web,
      dataFolder: first.dataFolder,
      clock: clockAhead(9),
    });
    const found = await later.call('awsproducts.list', { text: 'STORAGE' });
    expect(found).toMatchObject({ total: 1, items: [{ id: 'AWSSampleStore' }], list: { ageDays: 9 } });
  });

  it('comes from a file as well, and a file that makes no sense changes nothing', async () => {
    const core = await startTestCore();
    await core.call('awsproducts.load', { name: 'products.json', text: productListText });
    const refused = await core.failure('awsproducts.load', { name: 'other.json', text: '[{ "Identifier": "A" }]' });
    expect(refused).toMatchObject({ code: 'product-list-invalid', params: { line: 1, count: 1 } });
    expect(refused.fields[0]).toMatchObject({ path: '0.Name', messageKey: 'errors:field.product-list-name' });
    const huge = await core.failure('awsproducts.load', { name: 'huge.json', text: ' '.repeat(6_000_000) });
    expect(huge).toMatchObject({ code: 'file-too-large', params: { name: 'huge.json', limitMb: 5 } });
    const fewer = await core.call('awsproducts.load', {
      name: 'fewer.json',
      text: JSON.stringify([PRODUCT_LIST[0], { Identifier: 'AmazonNew', Name: 'Amazon New' }]),
    });
    expect(fewer).toMatchObject({ added: 1, removed: 2, list: { source: 'file', origin: 'fewer.json', count: 2 } });
    await expect(
      core.call('app.preferences.set', { awsProductsAddress: 'http://lists.example/' }),
    ).rejects.toMatchObject({
      data: { code: 'invalid-input' },
    });
  });
});

function clockAhead(days: number): Clock {
  const clock = createClock();
  return { ...clock, now: () => clock.now() + days * 24 * 60 * 60 * 1000 + 60_000 };
}
