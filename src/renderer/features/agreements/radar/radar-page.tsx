/** What ends, renews, can be adjusted, must be paid or expires next: as a list, as a calendar, as a file for other calendars. */
import Button from '@cloudscape-design/components/button';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { RADAR_KINDS } from '../../../../shared/domain/agreement/radar.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useCallQuery, useClient } from '../../../bridge/hooks.tsx';
import { ChoiceFilter } from '../../../components/address-filters.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useAppInfo } from '../../../components/use-app-info.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { usePage } from '../../../stores/page.ts';
import { RadarCalendar, useMonth } from './calendar.tsx';
import { RadarTable } from './radar-table.tsx';
import { SPANS, useRadarView, type RadarView } from './use-radar-view.ts';

export function RadarPage() {
  const t = useTexts('radar');
  const info = useAppInfo();
  usePage({ title: t('title'), contentType: 'table', help: { topic: 'radar', key: 'help' } });
  return info ? <Radar today={info.now.slice(0, 10)} /> : <PageLoading />;
}

function Radar({ today }: { today: string }) {
  const t = useTexts('radar');
  const view = useRadarView(today);
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={t('says')} actions={<SaveCalendar view={view} />}>
        {t('title')}
      </Header>
      <RadarControls view={view} />
      {view.shape === 'calendar' ? (
        <CalendarView view={view} />
      ) : (
        <RadarTable view={view} title={t('next', { count: Number(view.span) })} from={view.from} to={view.to} />
      )}
    </SpaceBetween>
  );
}

function RadarControls({ view }: { view: RadarView }) {
  const t = useTexts('radar');
  const { address } = view;
  const toSpan = (days: string) => ({ value: days, label: t('next', { count: Number(days) }) });
  return (
    <Grid gridDefinition={[3, 3, 6].map((xs) => ({ colspan: { default: 12, xs } }))}>
      <SegmentedControl
        label={t('shape.label')}
        selectedId={view.shape}
        options={(['list', 'calendar'] as const).map((id) => ({ id, text: t(`shape.${id}`) }))}
        onChange={({ detail }) => address.set({ view: detail.selectedId === 'list' ? null : detail.selectedId })}
      />
      <Select
        ariaLabel={t('span')}
        disabled={view.shape === 'calendar'}
        options={SPANS.toSorted((one, other) => Number(one) - Number(other)).map(toSpan)}
        selectedOption={toSpan(view.span)}
        onChange={({ detail }) => address.set({ days: detail.selectedOption.value ?? '' })}
      />
      <ChoiceFilter
        address={address}
        name="kind"
        label={t('kinds')}
        options={RADAR_KINDS}
        chosen={view.kinds}
        labelOf={(kind) => t(`kind.${kind}`)}
      />
    </Grid>
  );
}

function CalendarView({ view }: { view: RadarView }) {
  const t = useTexts('radar');
  const format = useFormat();
  const { from, to } = useMonth(view.day);
  const { data, error, refetch } = useCallQuery(
    'agreements.radarDays',
    { account: view.account, kinds: [...view.kinds], from, to },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      <RadarCalendar
        counts={data?.days ?? []}
        day={view.day}
        today={view.today}
        onDay={(day) => view.address.set({ day })}
      />
      <RadarTable view={view} title={t('ofDay', { date: format.date(view.day) })} from={view.day} to={view.day} />
    </SpaceBetween>
  );
}

const CALENDAR_WORDS = ['account', 'buyer', 'product', 'amount'];

function SaveCalendar({ view }: { view: RadarView }) {
  const t = useTexts('radar');
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation('agreements.radarCalendar');
  const texts = {
    title: t('title'),
    agreement: t('column.agreement'),
    offer: t('column.offer'),
    ...Object.fromEntries(CALENDAR_WORDS.map((word) => [word, t(`column.${word}`)])),
    ...Object.fromEntries(RADAR_KINDS.map((kind) => [`kind.${kind}`, t(`kind.${kind}`)])),
  };
  const save = async () => {
    try {
      const range = { account: view.account, kinds: [...view.kinds], from: view.from, to: view.to };
      const { count, ...file } = await read.mutateAsync({ ...range, texts });
      await saveText(client, file);
      showFlash({ id: 'calendar', kind: 'success', messageKey: 'radar:saved', params: { count } });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showFlash({ id: 'calendar', kind: 'error', error: error.data });
    }
  };
  return (
    <Button iconName="calendar" loading={read.isPending} onClick={() => void save()}>
      {t('save', { count: Number(view.span) })}
    </Button>
  );
}
