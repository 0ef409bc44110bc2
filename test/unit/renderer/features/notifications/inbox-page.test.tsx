import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { notificationRoutes } from '../../../../../src/renderer/features/notifications/routes.tsx';
import { planSetup } from '../../../../../src/shared/domain/notification/plan.ts';
import type { QueueConfig } from '../../../../../src/shared/domain/notification/queue.ts';
import type { Notification } from '../../../../../src/shared/domain/notification/notification.ts';
import { account } from '../../support/offers.ts';
import type { MemoryHandlers } from '../../support/memory-transport.ts';
import { renderInApp } from '../../support/render.tsx';

const accepted: Notification = {
  id: 1,
  account: 'acme',
  kind: 'agreements',
  source: 'aws.agreement-marketplace',
  detailType: 'Purchase Agreement Created - Proposer',
  time: '2026-11-20T10:00:00Z',
  receivedAt: '2026-11-20T10:00:05Z',
  title: '',
  buyer: '000011112222',
  status: 'NEW',
  subjects: [{ type: 'agreement', id: 'agmt-1' }],
  own: false,
  readAt: null,
};
const unknown: Notification = { ...accepted, id: 2, kind: 'other', detailType: 'Quantum Event', subjects: [] };

function show(at: string, handlers: MemoryHandlers = {}) {
  return renderInApp(null, {
    at,
    routes: [...notificationRoutes, { path: '*', element: <p>elsewhere</p> }],
    handlers: {
      'accounts.list': () => ({ accounts: [account('acme')] }),
      'notifications.list': () => ({ items: [accepted, unknown], total: 2 }),
      'notifications.queues': () => ({ queues: [] }),
      'offers.list': () => ({ items: [], total: 0, syncedAt: '2026-11-20T08:00:00Z' }),
      ...handlers,
    },
  });
}

describe('the inbox', () => {
  it('says what happened in words, keeps AWS’s own where it knows none, and leads to the thing', async () => {
    await show('/inbox');
    expect(await screen.findByText('Agreement created (as seller)')).toBeTruthy();
    expect(screen.getByText('Quantum Event')).toBeTruthy();
    expect(screen.getByText('agmt-1').closest('a')?.getAttribute('href')).toBe('/agreements/acme/agmt-1');
    expect(await screen.findByText(/No queue: offers as of/)).toBeTruthy();
  });

  it('marks a notification as read by opening it, and shows the event as it came', async () => {
    const marked: unknown[] = [];
    await show('/inbox', {
      'notifications.get': () => ({ ...accepted, document: { id: 'event-1' } }),
      'notifications.markRead': (input) => {
        marked.push(input);
        return { count: 1 };
      },
    });
    await userEvent.click(await screen.findByText('Agreement created (as seller)'));
    expect((await screen.findByLabelText('The event as AWS sent it', { selector: 'pre' })).textContent).toContain(
      'event-1',
    );
    expect(marked).toEqual([{ what: { kind: 'ids', ids: [1] }, read: true }]);
  });
});

describe('setting up a queue', () => {
  it('shows each call and its account before anything is sent', async () => {
    const sent: unknown[] = [];
    await show('/inbox/queues/acme', {
      'notifications.plan': (input) => ({
        awsAccountId: '012345678901',
        calls: planSetup('012345678901', (input as { config: QueueConfig }).config),
        policy: '{}',
      }),
      'notifications.setUp': (input) => {
        sent.push(input);
        return { jobId: 'job-1' };
      },
    });
    expect(await screen.findByText(/6 calls to the account 012345678901/)).toBeTruthy();
    expect(screen.getByText('1. Amazon SQS: CreateQueue')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Set up' }));
    expect(sent).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Make the calls' }));
    expect(sent).toMatchObject([{ account: 'acme', confirmedAccountId: '012345678901' }]);
  });
});
