import { act, screen, waitFor } from '@testing-library/react';
import { matchRoutes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OpenPage } from '../../../../src/renderer/app/open-page.tsx';
import { routes } from '../../../../src/renderer/app/routes.tsx';
import { useAnnouncements } from '../../../../src/renderer/app/use-announcements.ts';
import { subjectPath } from '../../../../src/renderer/features/notifications/paths.ts';
import { toEntityPath } from '../../../../src/renderer/features/offers/activity/entity-pages.ts';
import { startAddressOf } from '../../../../src/main/hosts/electron/security-policy.ts';
import type { Announcement, OpenTarget } from '../../../../src/shared/contract/announcement.ts';
import { renderInApp } from '../support/render.tsx';

function Listening() {
  useAnnouncements();
  return <p>listening</p>;
}

const accepted: OpenTarget = {
  kind: 'notification',
  account: 'acme',
  id: 7,
  subjects: [
    { type: 'agreement', id: 'agmt-1' },
    { type: 'offer', id: 'offer-1' },
  ],
};

async function listen() {
  const shown = await renderInApp(<Listening />, { handlers: { 'notifications.markRead': () => ({ count: 1 }) } });
  await screen.findByText('listening');
  return shown;
}

/** The browser's notifications, as far as the app uses them. */
function stubBrowser(permission: NotificationPermission) {
  const made: { title: string; body: string | undefined; click(): void; closed: boolean }[] = [];
  class Twin extends EventTarget {
    static readonly permission = permission;
    closed = false;
    constructor(title: string, options?: NotificationOptions) {
      super();
      const click = () => this.dispatchEvent(new Event('click'));
      made.push(Object.assign(this, { title, body: options?.body, click }));
    }
    close() {
      this.closed = true;
    }
  }
  vi.stubGlobal('Notification', Twin);
  return made;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const announcement: Announcement = {
  titleKey: 'event-agreements.title',
  bodyKey: 'event-agreements.body',
  params: { account: 'Seller acme', type: 'Purchase Agreement Created - Proposer', title: 'agmt-1' },
  target: accepted,
};

describe('announcements', () => {
  it.each<[OpenTarget, string]>([
    [accepted, '/agreements/acme/agmt-1'],
    [{ ...accepted, subjects: [] }, '/inbox?open=7'],
    [{ kind: 'entity', account: 'acme', entityType: 'Offer', entityId: 'offer-1' }, '/offers/acme/offer-1'],
    [
      { kind: 'entity', account: 'acme', entityType: 'ResaleAuthorization', entityId: 'ra-1' },
      '/authorizations/acme/ra-1',
    ],
    [{ kind: 'entity', account: 'acme', entityType: 'Offer', entityId: null }, '/activity'],
    [{ kind: 'inbox' }, '/inbox'],
  ])('open what they are about: %j', async (target, path) => {
    const { transport, router } = await listen();
    act(() => transport.emit('app.openRequested', target));
    await waitFor(() => expect(router.state.location.pathname + router.state.location.search).toBe(path));
    const read = transport.calls.filter(({ method }) => method === 'notifications.markRead');
    expect(read).toHaveLength(target.kind === 'notification' ? 1 : 0);
  });

  it('are shown by a browser that was allowed to, and a click opens the thing', async () => {
    const made = stubBrowser('granted');
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const { transport, router } = await listen();
    act(() => transport.emit('app.announced', announcement));
    expect(made).toMatchObject([
      { title: 'Agreement', body: 'Seller acme: Purchase Agreement Created - Proposer – agmt-1' },
    ]);
    act(() => made[0]?.click());
    await waitFor(() => expect(router.state.location.pathname).toBe('/agreements/acme/agmt-1'));
    expect(made[0]?.closed).toBe(true);
  });

  it.each([
    ['the page is in front', 'granted', true],
    ['the browser was not asked', 'default', false],
  ] as const)('are not shown while %s', async (_why, permission, inFront) => {
    const made = stubBrowser(permission);
    vi.spyOn(document, 'hasFocus').mockReturnValue(inFront);
    const { transport } = await listen();
    act(() => transport.emit('app.announced', announcement));
    expect(made).toEqual([]);
  });

  it('open their thing in a window that was closed, and nothing for an address that means nothing', async () => {
    const at = (target: OpenTarget) => new URL(startAddressOf(target)).hash.slice(1);
    const pages = [
      { path: '/open/:target', element: <OpenPage /> },
      { path: '*', element: <p>page</p> },
    ];
    const { router } = await renderInApp(null, {
      at: at({ kind: 'entity', account: 'acme', entityType: 'Agreement', entityId: 'agmt-1' }),
      routes: pages,
    });
    await waitFor(() => expect(router.state.location.pathname).toBe('/agreements/acme/agmt-1'));
    const other = await renderInApp(null, { at: '/open/nonsense', routes: pages });
    await waitFor(() => expect(other.router.state.location.pathname).toBe('/'));
  });
});

describe('the pages of things', () => {
  const pageOf = (path: string) => matchRoutes(routes, path)?.at(-1)?.route.path;

  it.each(['Offer', 'ResaleAuthorization', 'Agreement', 'EventQueue', 'ServiceLinkedRole'])(
    'of a write about %s exists',
    (entityType) => {
      const path = toEntityPath({ account: 'acme', entityType, entityId: 'id-1' });
      expect(pageOf(path ?? '')).toMatch(/:/);
    },
  );

  it.each(['offer', 'agreement', 'authorization', 'product', 'change-set'] as const)(
    'of an event about %s exists',
    (type) => {
      expect(pageOf(subjectPath('acme', { type, id: 'id-1' }) ?? '')).not.toBe('*');
    },
  );
});
