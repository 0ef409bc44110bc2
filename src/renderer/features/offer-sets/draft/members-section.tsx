/** The offers of a set: drafts that are to be made for a new one; for one that exists those in it and those made for it. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { nameOf } from '../../../../shared/domain/offer-set/preflight.ts';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { MembersTable } from '../members-table.tsx';
import { AddDialog } from './add-dialog.tsx';
import { useSetEditor } from './context.ts';
import { SetFindings } from './findings-view.tsx';

export function MembersSection() {
  const t = useTexts('offersets');
  const { accountKey, draft, check, dispatch } = useSetEditor();
  const [adding, setAdding] = useState(false);
  const isNew = draft.target === null;
  if (!check) return <PageLoading />;
  const members = check.members.filter(({ kind, id }) =>
    kind === 'offer' ? draft.offerIds.includes(id) : draft.draftIds.includes(id),
  );
  const candidates = check.candidates.filter(({ id }) => !draft.offerIds.includes(id));
  const path = isNew ? 'draftIds' : 'offerIds';
  return (
    <div data-path={path}>
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${members.length})`}
            description={t(isNew ? 'members.newSays' : 'members.editSays')}
            actions={<Button onClick={() => setAdding(true)}>{t(isNew ? 'add.open' : 'add.openForSet')}</Button>}
          >
            {t('page.offers')}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <MembersTable
            account={accountKey}
            label={t('page.offers')}
            members={members}
            empty={t(isNew ? 'members.noDrafts' : 'members.noOffers')}
            action={(member) => (
              <Button
                variant="inline-link"
                ariaLabel={t('members.takeNamed', { name: nameOf(member) })}
                onClick={() => dispatch({ type: member.kind === 'offer' ? 'offer.take' : 'draft.take', id: member.id })}
              >
                {t('members.take')}
              </Button>
            )}
          />
          {candidates.length > 0 && (
            <>
              <Header variant="h3">{t('page.candidates')}</Header>
              <MembersTable
                account={accountKey}
                label={t('page.candidates')}
                members={candidates}
                empty=""
                action={(member) => (
                  <Button
                    variant="inline-link"
                    ariaLabel={t('members.putNamed', { name: nameOf(member) })}
                    onClick={() => dispatch({ type: 'offer.put', id: member.id })}
                  >
                    {t('members.put')}
                  </Button>
                )}
              />
            </>
          )}
          {check.drafts.length > 0 && (
            <>
              <Header variant="h3" description={t('members.draftsSay')}>
                {t('page.draftsFor')}
              </Header>
              <MembersTable account={accountKey} label={t('page.draftsFor')} members={check.drafts} empty="" />
            </>
          )}
          <SetFindings path={path} />
        </SpaceBetween>
      </Container>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
