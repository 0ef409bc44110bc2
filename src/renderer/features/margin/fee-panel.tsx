/** The fees that the estimate uses: a dated table, editable, and back to what AWS has published. */
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { feeTableSchema, PUBLISHED_FEES, type FeeTable } from '../../../shared/domain/margin/fees.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { featureKey } from '../../bridge/query-keys.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { UnsavedGuard } from '../../components/unsaved-guard.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';

export function FeePanel({ fees, isPublished }: { fees: FeeTable; isPublished: boolean }) {
  const t = useTexts('margin');
  const format = useFormat();
  const queries = useQueryClient();
  const set = useCallMutation('app.preferences.set');
  const [edited, setEdited] = useState<FeeTable | null>(null);
  const shown = edited ?? fees;
  const problems = new Set((feeTableSchema.safeParse(shown).error?.issues ?? []).map(({ path }) => path.join('.')));
  const save = (listingFees: FeeTable | null) =>
    set.mutate(
      { listingFees },
      {
        onSuccess() {
          setEdited(null);
          void queries.invalidateQueries({ queryKey: featureKey('app') });
        },
      },
    );
  const field = (path: string, label: string, value: string, change: (text: string) => FeeTable) => (
    <FormField key={path} label={label} errorText={problems.has(path) ? t('problem.fee') : ''}>
      <Input value={value} onChange={({ detail }) => setEdited(change(detail.value))} />
    </FormField>
  );
  const tier = (index: number, patch: Partial<FeeTable['tiers'][number]>): FeeTable => ({
    ...shown,
    tiers: shown.tiers.map((row, at) => (at === index ? { ...row, ...patch } : row)),
  });
  return (
    <ExpandableSection
      variant="container"
      headerText={t('fees.title')}
      headerDescription={t(isPublished ? 'fees.published' : 'fees.own', { date: format.date(fees.asOf) })}
    >
      <UnsavedGuard dirty={edited !== null} />
      <SpaceBetween size="m">
        {field('asOf', t('fees.asOf'), shown.asOf, (asOf) => ({ ...shown, asOf }))}
        {shown.tiers.map((row, index) => (
          // Bands have no identity beside their place.
          <Grid key={index} gridDefinition={[{ colspan: 6 }, { colspan: 6 }]}>
            {field(`tiers.${index}.from`, t('fees.from', { number: index + 1 }), row.from, (from) =>
              tier(index, { from }),
            )}
            {field(`tiers.${index}.percent`, t('fees.percent', { number: index + 1 }), row.percent, (percent) =>
              tier(index, { percent }),
            )}
          </Grid>
        ))}
        {field('renewal', t('fees.renewal'), shown.renewal, (renewal) => ({ ...shown, renewal }))}
        {field('channelPartner', t('fees.channelPartner'), shown.channelPartner, (channelPartner) => ({
          ...shown,
          channelPartner,
        }))}
        {set.error && <AppErrorView error={set.error} />}
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="primary"
            disabled={edited === null || problems.size > 0}
            loading={set.isPending}
            onClick={() => save(edited)}
          >
            {t('fees.save')}
          </Button>
          <Button
            disabled={isPublished && edited === null}
            onClick={() => (isPublished ? setEdited(null) : save(null))}
          >
            {t('fees.reset', { date: format.date(PUBLISHED_FEES.asOf) })}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </ExpandableSection>
  );
}
