/** The flashbar: notices of the core, logins that are needed, running work, and what screens left behind. */
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useTexts } from '../i18n/context.tsx';
import { useFlashItems } from './flash-items.tsx';
import { useJobItems } from './job-items.tsx';
import { useNoticeItems } from './notice-items.tsx';
import { useLoginItems } from './login-items.tsx';

export function Notifications() {
  const t = useTexts('common');
  const items: readonly FlashbarProps.MessageDefinition[] = [
    ...useLoginItems(),
    ...useNoticeItems(),
    ...useFlashItems(),
    ...useJobItems(),
  ];
  return (
    <Flashbar
      stackItems={items.length > 3}
      items={items.map((item) => ({ dismissLabel: t('dismiss'), ...item }))}
      i18nStrings={{ ariaLabel: t('frame.notifications') }}
    />
  );
}
