import { describe, expect, test } from 'vitest';
import { createAgreementService } from '../../../../src/simulator/agreements/index.ts';
import { seedAccounts } from '../../../../src/simulator/seed/accounts.ts';
import { seedRequests } from '../../../../src/simulator/seed/requests.ts';
import { createSeedWorld } from '../../../../src/simulator/seed/world.ts';
import { seededCatalog, SCALE } from '../../../../src/simulator/seeded-catalog.ts';
import { BUYER, createCatalogStage, LANTERNFISH, QUILLMOOR } from '../../../support/catalog-stage.ts';

const stage = createCatalogStage();
const now = stage.clock.now();
const { ledger } = stage.service;
const all = [...ledger.agreements()];
const requests = seedRequests(ledger, now);
const service = createAgreementService({
  clock: stage.clock,
  emit: (event) => stage.events.push(event),
  randomId: (length) => 'z'.repeat(length),
  ledger,
  seed: requests,
});

const ask = (operation: string, input: Record<string, unknown>, accountId: string) =>
  service.handle(operation, input, { accountId, arn: '', accessKeyId: '' });

const endsWithin = (days: number) =>
  all.some(({ status, endTime }) => {
    const left = endTime === null ? Number.NaN : Date.parse(endTime) - now;
    return status === 'ACTIVE' && left > 0 && left < days * 86_400_000;
  });

describe('the agreements of the seed world', () => {
  test('are of every state and kind', () => {
    const statuses = new Set(all.map(({ status }) => status));
    for (const status of ['ACTIVE', 'EXPIRED', 'CANCELLED', 'REPLACED', 'RENEWED', 'TERMINATED'] as const) {
      expect(statuses).toContain(status);
    }
    expect(new Set(all.map(({ intent }) => intent))).toEqual(new Set(['NEW', 'RENEW', 'REPLACE']));
    expect(all.some(({ endTime }) => endTime === null)).toBe(true);
    expect(all.some(({ startTime }) => Date.parse(startTime) > now)).toBe(true);
    for (const days of [7, 30, 90]) expect(endsWithin(days), `${days} days`).toBe(true);
    const kinds = new Set(
      all.flatMap(({ terms }) => Object.values(terms).flatMap((group) => group.map(({ Type }) => Type))),
    );
    for (const kind of [
      'VariablePaymentTerm',
      'NetPaymentTerm',
      'RenewalTerm',
      'PaymentScheduleTerm',
      'RecurringPaymentTerm',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(new Set(all.map(({ proposer }) => proposer))).toEqual(new Set([LANTERNFISH, QUILLMOOR, '444455556666']));
    expect(all.some(({ acceptor }) => acceptor === BUYER)).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('stand as they should on the first day: nothing is overdue', () => {
    service.settle();
    expect(stage.events).toEqual([]);
    expect([...ledger.agreements()]).toEqual(all);
  });

  test('can all be described, with terms, charges and invoices', async () => {
    for (const { id, proposer, acceptor } of all) {
      const described = await ask('DescribeAgreement', { agreementId: id }, proposer);
      expect(described['agreementId']).toBe(id);
      const { acceptedTerms } = await ask('GetAgreementTerms', { agreementId: id }, proposer);
      expect((acceptedTerms as unknown[]).length).toBeGreaterThan(0);
      await ask('ListAgreementCharges', { agreementId: id }, acceptor);
      await ask('ListAgreementInvoiceLineItems', { agreementId: id, groupBy: 'INVOICE_ID' }, proposer);
    }
  });

  test('name offers and products that exist, and chains that hold', () => {
    for (const agreement of all) {
      expect(ledger.product(agreement.productId)).toBeDefined();
      expect(ledger.agreement(agreement.initialAgreementId)).toBeDefined();
      if (agreement.sourceAgreementId) expect(ledger.agreement(agreement.sourceAgreementId)?.status).not.toBe('ACTIVE');
    }
  });

  test('have requests in every state', async () => {
    expect(new Set(requests.paymentRequests.map(({ status }) => status))).toEqual(
      new Set(['APPROVED', 'REJECTED', 'CANCELLED', 'VALIDATION_FAILED', 'PENDING_APPROVAL']),
    );
    const { items } = await ask('ListAgreementCancellationRequests', { partyType: 'Proposer' }, LANTERNFISH);
    expect((items as { status: string }[]).map(({ status }) => status)).toEqual(['PENDING_APPROVAL', 'REJECTED']);
    const adjusted = await ask('ListBillingAdjustmentRequests', {}, LANTERNFISH);
    expect((adjusted['items'] as { status: string }[]).map(({ status }) => status)).toEqual([
      'VALIDATION_FAILED',
      'COMPLETED',
    ]);
  });

  test('are the same at every start of a day', () => {
    const again = createSeedWorld({
      accounts: seedAccounts,
      nowMs: now,
      rehost: (path) => `http://127.0.0.1:1/${path}`,
    });
    expect(again.agreements).toEqual(all);
  });
});

describe('the scale world', () => {
  test('has 5,000 agreements of one seller, and answers quickly', async () => {
    const catalog = seededCatalog({ scale: true })({
      clock: stage.clock,
      emit: () => {},
      fetchDocument: async () => ({ ok: false, reason: 'none' }),
      rehost: (path) => path,
      randomId: (length) => 'z'.repeat(length),
    });
    const agreements = createAgreementService({
      clock: stage.clock,
      emit: () => {},
      randomId: (length) => 'z'.repeat(length),
      ledger: catalog.ledger,
      seed: seedRequests(catalog.ledger, now),
    });
    const filters = [
      { name: 'PartyType', values: ['Proposer'] },
      { name: 'AgreementType', values: ['PurchaseAgreement'] },
    ];
    const caller = { accountId: SCALE.accountId, arn: '', accessKeyId: '' };
    const seen = new Set<string>();
    let nextToken: unknown;
    let pages = 0;
    do {
      const input = { filters, maxResults: 50, ...(nextToken === undefined ? {} : { nextToken }) };
      const answer = await agreements.handle('SearchAgreements', input, caller);
      for (const { agreementId } of answer['agreementViewSummaries'] as { agreementId: string }[])
        seen.add(agreementId);
      nextToken = answer['nextToken'];
      pages += 1;
    } while (nextToken !== undefined);
    expect([seen.size, pages]).toEqual([SCALE.agreements, 100]);
    const [first = ''] = seen;
    // A settling at every call would make 5,000 readings of terms take minutes.
    const before = performance.now();
    for (let call = 0; call < 1000; call += 1)
      await agreements.handle('GetAgreementTerms', { agreementId: first }, caller);
    expect(performance.now() - before).toBeLessThan(2000);
    catalog.stop();
    agreements.stop();
  });
});
