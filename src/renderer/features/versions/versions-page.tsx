/** The kept versions of an offer, authorization, agreement or draft: pick two, see what differs. */
import Header from '@cloudscape-design/components/header';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SideInfo } from '../../../shared/contract/versions.ts';
import { versionedEntitySchema } from '../../../shared/domain/version/version.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { ComparisonView } from './comparison-view.tsx';
import { OpenAsDraftButton } from './open-as-draft-button.tsx';
import { keyOfSide, SidePicker } from './side-picker.tsx';

export function VersionsPage() {
  const t = useTexts('versions');
  const { account = '', entityType = '', id = '' } = useParams();
  const entity = versionedEntitySchema.catch('Offer').parse(entityType);
  const { data, error, refetch } = useCallQuery('versions.list', { account, entityType: entity, entityId: id });
  const name = data?.sides.find(({ label }) => label !== '')?.label ?? id;
  usePage({
    title: t('title', { name }),
    breadcrumbs: [
      parentOf(entity, { account, id }, name),
      { text: t('short'), to: `/versions/${account}/${entity}/${id}` },
    ],
    help: { topic: 'versions', key: 'help' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={t('description')}>
        {t('title', { name })}
      </Header>
      {data.sides.length < 2 ? (
        <EmptyState title={t('empty.title')} body={t('empty.body')} />
      ) : (
        <Chooser sides={data.sides} />
      )}
    </SpaceBetween>
  );
}

function parentOf(entity: string, { account, id }: { account: string; id: string }, text: string) {
  const encoded = [account, id].map(encodeURIComponent).join('/');
  if (entity === 'Draft') return { text, to: `/drafts/${encodeURIComponent(id)}` };
  if (entity === 'Agreement') return { text, to: `/agreements/${encoded}` };
  if (entity === 'OfferSet') return { text, to: `/offersets/${encoded}` };
  return { text, to: entity === 'Offer' ? `/offers/${encoded}` : `/authorizations/${encoded}` };
}

/** The two newest that can differ: what was done last is what one looks for. */
function firstPair(sides: readonly SideInfo[]) {
  const [after = null, ...others] = sides;
  // A draft that is left is kept by itself: that state is the draft as it stands now.
  const isSameAsDraft = ({ version, at }: SideInfo) =>
    after?.side.kind === 'draft' && version?.kind === 'saved' && at >= after.at;
  const before = others.find((side) => !isSameAsDraft(side)) ?? others[0] ?? null;
  return { before: before && keyOfSide(before), after: after && keyOfSide(after) };
}

/** Opens with the two newest, and stays with what is picked when further states are kept meanwhile. */
function Chooser({ sides }: { sides: readonly SideInfo[] }) {
  const t = useTexts('versions');
  const [picked, setPicked] = useState(() => firstPair(sides));
  const find = (key: string | null) => sides.find((side) => keyOfSide(side) === key) ?? null;
  const after = find(picked.after);
  const before = find(picked.before);
  return (
    <SpaceBetween size="l">
      <Container>
        <ColumnLayout columns={2}>
          <SidePicker
            label={t('before')}
            sides={sides}
            selected={before}
            onPick={(side) => setPicked({ before: keyOfSide(side), after: after && keyOfSide(after) })}
          />
          <SidePicker
            label={t('after')}
            sides={sides}
            selected={after}
            onPick={(side) => setPicked({ before: before && keyOfSide(before), after: keyOfSide(side) })}
          />
          {before && <OpenAsDraftButton side={before} />}
          {after && <OpenAsDraftButton side={after} />}
        </ColumnLayout>
      </Container>
      {before && after && <ComparisonView before={before} after={after} />}
    </SpaceBetween>
  );
}
