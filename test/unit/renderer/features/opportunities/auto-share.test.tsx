import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AutoSharePanel } from '../../../../../src/renderer/features/opportunities/auto-share/account-panel.tsx';
import { AutoShareNote } from '../../../../../src/renderer/features/opportunities/auto-share/note.tsx';
import { AutoShareList } from '../../../../../src/renderer/features/opportunities/auto-share/waiting-list.tsx';
import type { AutoShareItem } from '../../../../../src/shared/domain/opportunity/auto-share.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';
import type { Account } from '../../../../../src/shared/domain/account/account.ts';
import { account } from '../../support/offers.ts';
import { renderInApp } from '../../support/render.tsx';

const SELLER = account('acme', { awsAccountId: '000011112222' });

function item(changes: Partial<AutoShareItem> = {}): AutoShareItem {
  return {
    draftId: 'draft-1',
    account: 'acme',
    awsAccountId: '000011112222',
    catalog: 'AWS',
    name: 'Move the shop',
    revision: 3,
    opportunityId: null,
    share: true,
    state: 'waiting',
    dueAt: new Date(Date.now() + 12_000).toISOString(),
    hindrances: [],
    error: null,
    ...changes,
  };
}

describe('the switch of an account', () => {
  const show = (seller: Account, agreed: { catalog: 'AWS'; awsAccountId: string; since: string } | null) => {
    const asked: unknown[] = [];
    let now = agreed;
    renderInApp(<AutoSharePanel account={seller} />, {
      handlers: {
        'opportunities.autoShare.switch': () => ({ account: 'acme', agreed: now, quietSeconds: 20 }),
        'opportunities.autoShare.set': (input) => {
          asked.push(input);
          now = input.on
            ? { catalog: 'AWS', awsAccountId: input.confirmedAccountId, since: '2026-11-21T00:00:00Z' }
            : null;
          return { account: 'acme', agreed: now, quietSeconds: 20 };
        },
      },
    });
    return asked;
  };

  it('is off, and says what it will do, to which account, before it is on', async () => {
    const user = userEvent.setup();
    const asked = show(SELLER, null);
    const toggle = await screen.findByRole('checkbox', { name: /Send saved drafts/ });
    expect(toggle).toHaveProperty('checked', false);
    await user.click(toggle);
    const dialog = within(await screen.findByRole('dialog', { name: 'Send drafts without a click?' }));
    for (const text of [
      '000011112222',
      'real opportunities that AWS sees',
      /20 seconds after/,
      /Never by itself: Launched/,
    ])
      expect(dialog.getByText(text)).toBeTruthy();
    expect(asked).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Switch on' }));
    expect(asked).toEqual([{ account: 'acme', on: true, confirmedAccountId: '000011112222', catalog: 'AWS' }]);
  });

  it('says so where the account has changed since', async () => {
    show(SELLER, { catalog: 'AWS', awsAccountId: '999988887777', since: '2026-11-21T00:00:00Z' });
    expect(await screen.findByText(/nothing is sent without a click/)).toBeTruthy();
  });
});

describe('the editor', () => {
  it('counts down with the account, and takes "not now"', async () => {
    const held: unknown[] = [];
    renderInApp(<AutoShareNote draftId="draft-1" />, {
      handlers: {
        'opportunities.autoShare.get': () => ({
          item: held.length > 0 ? item({ state: 'held', dueAt: null }) : item(),
        }),
        'opportunities.autoShare.hold': (input) => {
          held.push(input);
          return {};
        },
      },
    });
    expect(await screen.findByText(/shared from AWS account 000011112222 in 1[12] seconds/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Not now/ }));
    expect(held).toEqual([{ id: 'draft-1' }]);
  });

  it('promises nothing while something stands in the way', async () => {
    const hindrances = [{ kind: 'warnings' as const, count: 2, findings: [] }];
    renderInApp(<AutoShareNote draftId="draft-1" />, {
      handlers: { 'opportunities.autoShare.get': () => ({ item: item({ hindrances }) }) },
    });
    expect(await screen.findByText('2 warnings have to be read by a person.')).toBeTruthy();
    expect(screen.queryByText(/seconds/)).toBeNull();
  });
});

describe('the list of what waits', () => {
  it('says of each draft when it goes, or why not', async () => {
    const finding = { path: 'project.title', messageKey: 'opportunity-rules:title-missing', params: {} };
    renderInApp(<AutoShareList />, {
      handlers: {
        'opportunities.autoShare.list': () => ({
          on: true,
          items: [
            item({ name: 'Goes', draftId: 'a', share: false, opportunityId: 'O1' }),
            item({
              name: 'Rules',
              draftId: 'b',
              state: 'blocked',
              hindrances: [{ kind: 'rules', count: 1, findings: [finding] }],
            }),
            item({ name: 'Failed', draftId: 'c', state: 'failed', error: createAppError('credentials-expired') }),
            item({ name: 'Asked', draftId: 'd', state: 'asked' }),
          ],
        }),
      },
    });
    const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')?.textContent ?? '';
    expect(await row('Goes')).toMatch(/update will be sent from AWS account 000011112222 in/);
    expect(await row('Rules')).toContain('1 rule objects.');
    expect(await row('Failed')).toContain('Could not be sent');
    expect(await row('Asked')).toContain('Look at it, and let it go');
    expect(screen.getAllByRole('button', { name: /Let it be sent/ })).toHaveLength(2);
  });

  it('is not there while auto share is off', async () => {
    renderInApp(<AutoShareList />, {
      handlers: { 'opportunities.autoShare.list': () => ({ on: false, items: [] }) },
    });
    await expect.poll(() => screen.queryByText('Auto share')).toBeNull();
  });
});
