import { describe, expect, it } from 'vitest';
import { accountSettingsSchema } from '../../../../../src/shared/domain/account/account.ts';
import {
  FEATURE_ACTIONS,
  featuresOf,
  findRefused,
  startChangeSet,
} from '../../../../../src/shared/domain/account/permissions.ts';
import { FULL_PERSONA, isPlaceFor, mayDo } from '../../../../../src/shared/domain/account/persona.ts';
import { sampleAccount } from '../../../../support/samples.ts';

const isv = { side: 'isv', role: 'user', coSell: true } as const;
const partner = { side: 'channel-partner', role: 'user', coSell: false } as const;

describe('a persona', () => {
  it('is everything for accounts that were set up before there was one', () => {
    const { persona: _persona, ...before } = sampleAccount();
    expect(accountSettingsSchema.parse(before).persona).toEqual(FULL_PERSONA);
  });

  it('decides what is done on which side, and who sets up', () => {
    expect(mayDo(isv, 'authorize')).toBe(true);
    expect(mayDo(isv, 'resell')).toBe(false);
    expect(mayDo(partner, 'sell')).toBe(false);
    expect(mayDo(partner, 'resell')).toBe(true);
    expect(mayDo(partner, 'set-up')).toBe(false);
    expect(mayDo(FULL_PERSONA, 'set-up')).toBe(true);
  });

  it('leaves a place out only where none of the accounts shown uses it', () => {
    expect(isPlaceFor([partner], 'products')).toBe(false);
    expect(isPlaceFor([partner, isv], 'products')).toBe(true);
    expect(isPlaceFor([isv], 'channel')).toBe(false);
    expect(isPlaceFor([isv], 'offers')).toBe(true);
    expect(isPlaceFor([], 'products')).toBe(true);
  });

  it('names the features whose rights it needs', () => {
    expect(featuresOf(isv, false)).not.toContain('documents');
    expect(featuresOf(isv, true)).toContain('documents');
    expect(featuresOf(isv, true)).not.toContain('notification-setup');
    expect(featuresOf(partner, true)).toContain('channel');
    expect(featuresOf(partner, true)).not.toContain('authorizations');
    expect(featuresOf(FULL_PERSONA, true)).toEqual(Object.keys(FEATURE_ACTIONS));
  });
});

describe('a refused action', () => {
  const seen = (action: string, state: 'allowed' | 'denied') => ({ action, state, seenAt: null });
  const start = 'aws-marketplace:StartChangeSet';

  it('is found by itself and through the action that it narrows', () => {
    expect(findRefused([seen(start, 'denied')], [startChangeSet('ReleaseOffer')])).toBe(startChangeSet('ReleaseOffer'));
    expect(findRefused([seen(startChangeSet('ReleaseOffer'), 'denied')], [start])).toBeNull();
    expect(findRefused([], ['aws-marketplace:ListEntities'])).toBeNull();
  });

  it('is none where its own change type was allowed', () => {
    const known = [seen(start, 'denied'), seen(startChangeSet('CreateOffer'), 'allowed')];
    expect(findRefused(known, [startChangeSet('CreateOffer')])).toBeNull();
    expect(findRefused(known, [startChangeSet('ReleaseOffer')])).not.toBeNull();
  });
});
