/** Dates, instants, money and decimals in each language; amounts digit by digit. */
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../../src/renderer/i18n/format.ts';

const en = createFormatters('en', 'UTC');
const ja = createFormatters('ja', 'Asia/Tokyo');

describe('money', () => {
  it('keeps every digit, far beyond what a float holds', () => {
    expect(en.money('12345678901234567.12345678', 'USD')).toBe('$12,345,678,901,234,567.12345678');
    expect(en.money('0.00000001', 'USD')).toBe('$0.00000001');
    expect(en.money('0.1', 'USD')).toBe('$0.10');
  });

  it('shows whole yen without decimals and the currency’s own sign', () => {
    expect(ja.money('5000', 'JPY')).toBe('￥5,000');
    expect(en.money('5000', 'EUR')).toBe('€5,000.00');
  });

  it('gives back what is no amount or no currency, as it was typed', () => {
    expect(en.money('', 'USD')).toBe('USD');
    expect(en.money('12,5', 'USD')).toBe('12,5 USD');
    expect(en.money('1e3', 'USD')).toBe('1e3 USD');
    expect(en.money('12.5', 'US')).toBe('12.5 US');
    expect(en.money('12.5', '')).toBe('12.5');
  });
});

describe('dates', () => {
  it('stay the same day in every zone', () => {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      expect(createFormatters('en', zone).date('2026-11-21')).toBe('Nov 21, 2026');
    }
    expect(ja.date('2026-11-21')).toBe('2026/11/21');
  });

  it('come back as typed when they are none', () => {
    expect(en.date('2026-13-01')).toBe('2026-13-01');
    expect(en.date('')).toBe('');
  });

  it('of instants say their zone', () => {
    expect(en.instant('2026-11-21T03:04:05Z').replace(/\s/g, ' ')).toBe('Nov 21, 2026, 3:04 AM UTC');
    expect(ja.instant('2026-11-21T03:04:05Z')).toBe('2026年11月21日 12:04 JST');
    expect(en.instant('soon')).toBe('soon');
  });
});

describe('lengths and sizes', () => {
  it('of durations are spelled out', () => {
    expect(en.duration('P1Y6M')).toBe('1 year 6 months');
    expect(en.duration('P30D')).toBe('30 days');
    expect(ja.duration('P12M')).toBe('12 か月');
    expect(en.duration('P')).toBe('P');
  });

  it('of waiting are rounded up and never nothing', () => {
    expect(en.remaining(0)).toBe('1 second');
    expect(en.remaining(12_300)).toBe('15 seconds');
    expect(en.remaining(61_000)).toBe('2 minutes');
    expect(en.remaining(5_400_000)).toBe('1.5 hours');
  });

  it('of files are in the unit that a person expects', () => {
    expect(en.fileSize(999)).toBe('999 bytes');
    expect(en.fileSize(2_450_000)).toBe('2.5 megabytes');
  });
});
