/** The program itself: info, preferences, notices, links, files, mode. */
import type { Notice } from '../../shared/contract/app.ts';
import { allowedLink } from './links.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Ports } from '../ports.ts';

export interface App {
  readonly handlers: HandlersOf<'app'>;
  addNotice(notice: Notice): void;
}

export function createApp(deps: { ports: Ports; events: EventBus; notices: readonly Notice[] }): App {
  const { ports, events } = deps;
  let notices = [...deps.notices];
  const setNotices = (next: Notice[]) => {
    notices = next;
    events.emit('app.noticesChanged', { notices });
  };
  return {
    addNotice(notice) {
      setNotices([...notices.filter((existing) => existing.id !== notice.id), notice]);
    },
    handlers: {
      async 'app.info'() {
        const encryption = await ports.secretBox.availability();
        return {
          version: ports.version,
          host: ports.host,
          mode: ports.mode,
          dataFolder: ports.dataFolder,
          timeZone: ports.timeZone,
          now: new Date(ports.clock.now()).toISOString(),
          speed: ports.clock.speed,
          encryption: {
            available: encryption.available,
            reasonKey: encryption.available ? null : encryption.reasonKey,
          },
          notices,
        };
      },
      'app.preferences.get': async () => ports.preferences.get(),
      'app.preferences.set': async (patch) => ports.preferences.set(patch),
      async 'app.notices.dismiss'({ id }) {
        setNotices(notices.filter((notice) => notice.id !== id || !notice.dismissible));
        return {};
      },
      async 'app.switchMode'({ mode }) {
        if (mode !== ports.mode) await ports.switchMode(mode);
        return {};
      },
      async 'app.openLink'({ url }) {
        const link = allowedLink(url);
        if (!link) fail('invalid-input', { fields: [{ path: 'url', messageKey: 'errors:field.link', params: {} }] });
        await ports.opener.openLink(link);
        return { opened: true };
      },
      'app.saveText': async (request) => ports.files.saveText(request),
    },
  };
}
