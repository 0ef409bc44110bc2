/** Says, as long as it is so, that nothing reaches AWS. */
import Button from '@cloudscape-design/components/button';
import Icon from '@cloudscape-design/components/icon';
import { useAppInfo } from '../components/use-app-info.ts';
import { useTexts } from '../i18n/context.tsx';
import { useDialogs } from '../stores/dialogs.ts';

export function PracticeBanner() {
  const t = useTexts('common');
  const info = useAppInfo();
  const { show } = useDialogs();
  if (info?.mode !== 'practice') return null;
  return (
    <div className="practice-banner" role="region" aria-label={t('mode.practice')}>
      <Icon name="status-info" />
      <span className="practice-banner-text">
        <strong>{t('mode.practice')}</strong> {t('mode.practiceSays')}
        {info.speed > 1 && ` ${t('mode.speed', { speed: info.speed })}`}
      </span>
      <Button variant="inline-link" onClick={() => show('mode')}>
        {t('mode.to.real.confirm')}
      </Button>
    </div>
  );
}
