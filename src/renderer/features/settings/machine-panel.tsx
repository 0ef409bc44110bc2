/** What is running here: mode with its switch, data folder, versions. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useAppInfo } from '../../components/use-app-info.ts';
import { PageLoading } from '../../components/page-loading.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { useDialogs } from '../../stores/dialogs.ts';

export function MachinePanel() {
  const t = useTexts('settings');
  const common = useTexts('common');
  const format = useFormat();
  const { show } = useDialogs();
  const info = useAppInfo();
  if (!info) return <PageLoading />;
  const other = info.mode === 'practice' ? 'real' : 'practice';
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={<Button onClick={() => show('mode')}>{common(`mode.to.${other}.confirm`)}</Button>}
        >
          {t('machine.title')}
        </Header>
      }
    >
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('machine.mode'), value: common(`mode.${info.mode}`) },
          { label: t('machine.version'), value: `${info.version} · ${t(`machine.host.${info.host}`)}` },
          {
            label: t('machine.dataFolder'),
            value: <CopyValue text={info.dataFolder} label={t('machine.copyFolder')} />,
          },
          { label: t('machine.clock'), value: `${format.instant(info.now)} · ${info.timeZone}` },
        ]}
      />
    </Container>
  );
}
