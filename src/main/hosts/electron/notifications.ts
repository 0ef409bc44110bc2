/** The system's notifications, in the user's language. */
import i18next from 'i18next';
import en from '../../../renderer/i18n/en/notifications.json' with { type: 'json' };
import ja from '../../../renderer/i18n/ja/notifications.json' with { type: 'json' };
import zhCN from '../../../renderer/i18n/zh-CN/notifications.json' with { type: 'json' };
import zhTW from '../../../renderer/i18n/zh-TW/notifications.json' with { type: 'json' };
import type { OpenTarget } from '../../../shared/contract/announcement.ts';
import type { Language } from '../../../shared/contract/app.ts';
import type { Notifier } from '../../ports.ts';

const catalogues = { en, ja, 'zh-TW': zhTW, 'zh-CN': zhCN };

export function createNotifier(options: {
  /** The chosen language, or the system's when none was chosen. */
  language: () => Promise<Language>;
  /** Nobody needs to be told what the window in front already shows. */
  isInFront: () => boolean;
  show: (message: { title: string; body: string }, onClick: () => void) => void;
  /** Brings the window to the front, or opens one, and shows there what was announced. */
  open: (target: OpenTarget) => void;
}): Notifier {
  const texts = i18next.createInstance();
  const ready = texts.init({
    fallbackLng: 'en',
    defaultNS: 'notifications',
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([language, catalogue]) => [language, { notifications: catalogue }]),
    ),
    interpolation: { escapeValue: false },
  });
  return {
    async notify({ titleKey, bodyKey, params, target }) {
      if (options.isInFront()) return;
      await ready;
      const t = texts.getFixedT(await options.language());
      options.show({ title: t(titleKey, params), body: t(bodyKey, params) }, () => options.open(target));
    },
  };
}
