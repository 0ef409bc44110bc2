import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDownload } from '../../../../src/main/aws/download.ts';
import type { Recorder } from '../../../../src/main/aws/recorder.ts';
import { draftFromOffer, type FromOfferContext } from '../../../../src/main/drafts/from-offer.ts';
import { createOfferDraft } from '../../../../src/shared/domain/offer/draft.ts';
import { shiftPastDates } from '../../../../src/shared/domain/offer/life/shift.ts';
import { fail } from '../../../../src/shared/errors/app-error.ts';
import { sampleAccount } from '../../../support/samples.ts';

const TODAY = '2027-03-10';

async function serve(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/eula?Signature=secret`;
}

const document = (url: string, more: object = {}) => ({
  Id: 'offer-1',
  State: 'Released',
  Name: 'Gold / 2027',
  Description: 'deal',
  ProductId: 'prod-1',
  Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: url }] }],
  Rules: [{ Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['777788889999'] } }],
  ...more,
});

function clone(of: object, changes: Partial<FromOfferContext> = {}) {
  const kept: string[] = [];
  const recorded: { call: unknown; end: unknown }[] = [];
  const recorder: Recorder = {
    begin: (call) => ({ end: (end) => void recorded.push({ call, end }) }),
  };
  const context: FromOfferContext = {
    account: 'acme',
    settings: sampleAccount(),
    products: { get: () => Promise.reject(new Error('unused')), find: () => null },
    aws: { download: createDownload({ recorder }) },
    eulaFiles: {
      add(base64) {
        kept.push(Buffer.from(base64, 'base64').toString());
        return { sha256: 'a'.repeat(64), sizeBytes: 7 };
      },
    },
    today: TODAY,
    shiftDates: false,
    signal: new AbortController().signal,
    ...changes,
  };
  const entity = { offerId: 'offer-1', revision: '3', document: of };
  return draftFromOffer(entity, context).then((made) => ({ ...made, kept, recorded }));
}

describe('a clone', () => {
  it('keeps AWS’s copy of the EULA under a plain name, and no signed address, not even in the record', async () => {
    const { draft, notes, kept, recorded } = await clone(document(await serve(200, '%PDF-ok')));
    expect(kept).toEqual(['%PDF-ok']);
    expect(draft.eula).toEqual({
      kind: 'custom',
      file: { sha256: 'a'.repeat(64), sizeBytes: 7, name: 'Gold-2027.pdf' },
    });
    expect(JSON.stringify([draft, recorded])).not.toContain('secret');
    expect(recorded).toMatchObject([
      {
        call: {
          account: 'acme',
          service: 's3',
          operation: 'GetObject',
          input: { Url: expect.stringMatching(/eula\?••••$/) },
        },
        end: { outcome: 'ok', httpStatus: 200 },
      },
    ]);
    expect(notes.map(({ messageKey }) => messageKey)).toEqual(['drafts:note.seller-added', 'drafts:note.eula-kept']);
    expect(draft.buyers).toEqual(['777788889999', '012345678901']);
  });

  it('is made without the EULA where it cannot be read, and says why', async () => {
    const noted = async (url: string, changes: Partial<FromOfferContext> = {}) => {
      const { draft, notes } = await clone(document(url), changes);
      expect(draft.eula).toEqual({ kind: 'custom', file: null });
      return notes.at(-1);
    };
    const note = (code: string) => ({ messageKey: 'drafts:note.eula-not-kept', params: { code } });
    expect(await noted(await serve(403, 'expired'))).toEqual(note('file-unreadable'));
    expect(await noted('http://127.0.0.1:9/eula')).toEqual(note('network-unreachable'));
    // Over the network only encrypted.
    expect(await noted('http://files.example/eula.pdf')).toEqual(note('file-unreadable'));
    const notPdf = { eulaFiles: { add: () => fail('eula-not-pdf') } };
    expect(await noted(await serve(200, 'text'), notPdf)).toEqual(note('eula-not-pdf'));
  });

  it('adds the seller only where the account’s settings say so, and only once', async () => {
    const url = await serve(200, '%PDF-ok');
    const off = await clone(document(url), { settings: sampleAccount({ addSellerToBuyers: false }) });
    expect(off.draft.buyers).toEqual(['777788889999']);
    const Rules = [{ Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['012345678901'] } }];
    expect((await clone(document(url, { Rules }))).draft.buyers).toEqual(['012345678901']);
  });

  it('of an offer from a resale authorization names the authorization as its source', async () => {
    const more = { ResaleAuthorizationId: 'resaleauthz-1', MarkupPercentage: '5' };
    const { draft } = await clone(document(await serve(200, '%PDF-ok'), more));
    expect(draft.source).toEqual({ kind: 'resale', authorizationId: 'resaleauthz-1' });
    expect(draft.carried.members).toEqual([]);
  });

  it('of an AWS-side draft is none: the draft itself is gone on with', async () => {
    const { draft, notes } = await clone(document('https://files.example/eula.pdf', { State: 'Draft' }));
    expect(draft.target).toMatchObject({ offerId: 'offer-1', state: 'Draft' });
    expect(draft.eula).toEqual({ kind: 'held-by-aws' });
    expect(notes).toEqual([]);
  });
});

describe('dates in the past', () => {
  it('move on together, so that their order and distances stay', () => {
    const draft = {
      ...createOfferDraft(),
      availabilityEndDate: '2027-02-01',
      installments: {
        enabled: true,
        grants: [],
        duration: '',
        schedule: [
          { date: '2027-02-01', amount: '1' },
          { date: '2027-04-01', amount: '1' },
        ],
      },
    };
    const { draft: shifted, days } = shiftPastDates(draft, TODAY);
    expect(days).toBe(67);
    expect(shifted.availabilityEndDate).toBe('2027-04-09');
    expect(shifted.installments.schedule.map(({ date }) => date)).toEqual(['2027-04-09', '2027-06-07']);
  });

  it('leave everything alone when none has passed, and what is no date', () => {
    const draft = { ...createOfferDraft(), availabilityEndDate: '2027-04-01' };
    expect(shiftPastDates(draft, TODAY)).toEqual({ draft, days: 0 });
    expect(shiftPastDates({ ...draft, availabilityEndDate: 'soon' }, TODAY).days).toBe(0);
  });
});
