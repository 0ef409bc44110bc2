import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, eventPattern, kindOfEvent } from '../../../../../src/shared/domain/notification/kinds.ts';

const CATALOG = 'aws.marketplacecatalog';
const AGREEMENT = 'aws.agreement-marketplace';
const SELLING = 'aws.partnercentral-selling';

describe('the kind of an event', () => {
  it.each([
    [CATALOG, 'Change Set Cancelled', 'change-sets'],
    [CATALOG, 'Offer Released', 'offers'],
    [CATALOG, 'OfferSet Released', 'offers'],
    [CATALOG, 'Products Security Report Created', 'account'],
    [AGREEMENT, 'Purchase Agreement Created - Manufacturer', 'agreements'],
    [AGREEMENT, 'Purchase Agreement Billing Adjustment Completed - Proposer', 'requests'],
    [AGREEMENT, 'Agreement Cancellation Request Pending Approval - Acceptor', 'requests'],
    [AGREEMENT, 'License Updated - Manufacturer', 'licenses'],
    ['aws.marketplace', 'Disbursement Paused', 'account'],
    [SELLING, 'Opportunity Updated', 'opportunities'],
    [SELLING, 'Engagement Invitation Created', 'opportunities'],
    [SELLING, 'Something New', 'other'],
    [CATALOG, 'Quantum Offer Observed', 'other'],
    ['aws.s3', 'Change Set Succeeded', 'other'],
    ['offerdeck.test', 'test-message', 'app'],
  ])('%s %s is %s', (source, detailType, kind) => {
    expect(kindOfEvent(source, detailType)).toBe(kind);
  });
});

describe('the pattern of a rule', () => {
  const matches = (pattern: object, source: string, detailType: string): boolean => {
    const { source: sources, 'detail-type': types } = pattern as {
      source: string[];
      'detail-type'?: { prefix: string }[];
    };
    return sources.includes(source) && (!types || types.some(({ prefix }) => detailType.startsWith(prefix)));
  };

  it('is by source alone for everything, so that new types come in', () => {
    expect(eventPattern(EVENT_KINDS)).toEqual({ source: [CATALOG, AGREEMENT, 'aws.marketplace', SELLING] });
  });

  it('takes every type of its kinds and none of the others', () => {
    const types: [string, string][] = [
      [CATALOG, 'Change Set Failed'],
      [CATALOG, 'Offer Released'],
      [CATALOG, 'Products Security Report Created'],
      [AGREEMENT, 'Purchase Agreement Ended - Proposer'],
      [AGREEMENT, 'Purchase Agreement Billing Adjustment Failed - Proposer'],
      [AGREEMENT, 'License Deprovisioned - Manufacturer'],
      ['aws.marketplace', 'Disbursement Paused'],
      [SELLING, 'Opportunity Created'],
    ];
    for (const kind of EVENT_KINDS) {
      const pattern = eventPattern([kind]);
      for (const [source, type] of types) {
        expect([kind, type, matches(pattern, source, type)]).toEqual([kind, type, kindOfEvent(source, type) === kind]);
      }
    }
  });
});
