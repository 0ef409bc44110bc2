/** Which account the offer will be sent from: name and 12-digit id, before anything is sent. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { PermissionNotice } from '../../../components/permission-notice.tsx';
import { useTexts, type Translate } from '../../../i18n/context.tsx';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import { replacementOf } from '../../../../shared/domain/offer/replaced-agreement.ts';
import { decisiveTypesOf } from '../../../../shared/domain/offer/source.ts';
import { useEditor } from '../editor/context.ts';

export function SendTarget() {
  const t = useTexts('wizard');
  const { account, draft } = useEditor();
  if (!account) return null;
  return (
    <SpaceBetween size="m">
      <PermissionNotice account={account.key} actions={decisiveTypesOf(draft, 'release').map(startChangeSet)} />
      <Container header={<Header variant="h2">{t('review.target')}</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('review.account'), value: <AccountBadge account={account} /> },
            { label: t('review.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
            {
              label: t('review.what'),
              value: whatIsSent(draft, t),
            },
          ]}
        />
      </Container>
    </SpaceBetween>
  );
}

function whatIsSent(draft: OfferDraft, t: Translate): string {
  if (draft.target) return t('review.changesOffer', { offerId: draft.target.offerId });
  const replacement = replacementOf(draft);
  return replacement ? t('review.replacesAgreement', { id: replacement.agreementId }) : t('review.makesOffer');
}
