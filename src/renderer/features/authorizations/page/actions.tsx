/** What can be done with an authorization: read it again, clone or change it, release a draft, deactivate it for good. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { AuthorizationDetail } from '../../../../shared/domain/authorization/authorization.ts';
import { canRestrict } from '../../../../shared/domain/authorization/state.ts';
import { READ_ENTITY, startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useRefusedAction } from '../../../components/use-permission.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useCreateAuthorizationDraft } from '../use-create.ts';
import { CreateOfferButton } from './create-offer-button.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { RestrictDialog } from './restrict-dialog.tsx';

interface ActionsProps {
  readonly authorization: AuthorizationDetail;
  readonly refreshing: boolean;
  onRefresh(): void;
}

export function AuthorizationActions({ authorization, refreshing, onRefresh }: ActionsProps) {
  const t = useTexts('authorizations');
  const common = useTexts('common');
  const draft = useCreateAuthorizationDraft();
  const [asking, setAsking] = useState<'release' | 'restrict' | null>(null);
  const { account, id, state, ownership } = authorization.summary;
  const start = (replace: boolean) => draft.start({ account, fromAuthorizationId: id, replace });
  const refused = useRefusedAction(account, READ_ENTITY);
  const disabled = refused ? { disabled: true, disabledReason: common('permission.missing', { action: refused }) } : {};
  const isOwn = ownership === 'issued';
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" loading={refreshing} onClick={onRefresh}>
        {t('page.refresh')}
      </Button>
      {!isOwn && <CreateOfferButton account={account} authorizationId={id} state={state} />}
      {isOwn && state === 'draft' && (
        <>
          <PermittedButton
            account={account}
            actions={READ_ENTITY}
            deed="authorize"
            loading={draft.isPending}
            onClick={() => start(false)}
          >
            {t('page.edit')}
          </PermittedButton>
          <PermittedButton
            account={account}
            actions={[startChangeSet('ReleaseResaleAuthorization')]}
            deed="authorize"
            variant="primary"
            onClick={() => setAsking('release')}
          >
            {t('release.open')}
          </PermittedButton>
        </>
      )}
      {isOwn && state !== 'draft' && (
        <ButtonDropdown
          loading={draft.isPending}
          items={[
            { id: 'clone', text: t('page.clone'), description: t('page.cloneSays'), ...disabled },
            { id: 'change', text: t('page.change'), description: t('page.changeSays'), ...disabled },
          ]}
          onItemClick={({ detail }) => start(detail.id === 'change')}
        >
          {t('page.again')}
        </ButtonDropdown>
      )}
      {isOwn && canRestrict(state) && (
        <PermittedButton
          account={account}
          actions={[startChangeSet('RestrictResaleAuthorization')]}
          deed="authorize"
          onClick={() => setAsking('restrict')}
        >
          {t('restrict.open')}
        </PermittedButton>
      )}
      {asking === 'release' && <ReleaseDialog authorization={authorization.summary} onClose={() => setAsking(null)} />}
      {asking === 'restrict' && (
        <RestrictDialog authorization={authorization.summary} onClose={() => setAsking(null)} />
      )}
    </SpaceBetween>
  );
}
