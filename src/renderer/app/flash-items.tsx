/** What screens left behind: saved, removed, failed. */
import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useNavigate } from 'react-router';
import { AppErrorAction } from '../components/app-error-action.tsx';
import { AppErrorDetails } from '../components/app-error-details.tsx';
import { useErrorTexts } from '../components/use-error-texts.ts';
import { useAnyText } from '../i18n/context.tsx';
import { useFlashes, type Flash } from '../stores/flashes.ts';

export function useFlashItems(): readonly FlashbarProps.MessageDefinition[] {
  const text = useAnyText();
  const errorTexts = useErrorTexts();
  const navigate = useNavigate();
  const { flashes, dismiss } = useFlashes();
  const toItem = (flash: Flash): FlashbarProps.MessageDefinition => {
    if (flash.kind === 'error') {
      const { what, next } = errorTexts(flash.error);
      return {
        type: 'error',
        header: what,
        content: (
          <>
            {next}
            <AppErrorDetails error={flash.error} />
          </>
        ),
        action: <AppErrorAction error={flash.error} />,
      };
    }
    const { link } = flash;
    return {
      type: flash.kind,
      content: text(flash.messageKey, flash.params),
      ...(link ? { action: <Button onClick={() => void navigate(link.to)}>{text(link.textKey)}</Button> } : {}),
    };
  };
  return flashes.map((flash) => ({
    ...toItem(flash),
    id: flash.id,
    dismissible: true,
    onDismiss: () => dismiss(flash.id),
  }));
}
