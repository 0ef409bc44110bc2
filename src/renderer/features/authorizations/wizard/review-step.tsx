/** Step: everything once more, what the rules say, and the exact request. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { resellersOf } from '../../../../shared/domain/authorization/draft.ts';
import { authorizationReview } from '../../../../shared/domain/authorization/wizard/review.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { LinkedRoleNotice } from '../../../components/linked-role.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { FindingsSummary } from '../../wizard/review/findings-summary.tsx';
import { RequestView } from '../../wizard/review/request-view.tsx';
import { ReviewSectionView } from '../../wizard/review/review-section.tsx';
import { useAuthorization } from './context.ts';

export function ReviewStep() {
  const { product, account } = useEditor();
  const { draft } = useAuthorization();
  return (
    <SpaceBetween size="l">
      <FindingsSummary />
      {account && <LinkedRoleNotice account={account.key} />}
      <Target />
      {authorizationReview(draft, product).map((section) => (
        <ReviewSectionView key={section.step} section={section} />
      ))}
      <Carried />
      <RequestView />
    </SpaceBetween>
  );
}

function Target() {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const { account } = useEditor();
  const { draft } = useAuthorization();
  if (!account) return null;
  const count = resellersOf(draft).length;
  return (
    <Container header={<Header variant="h2">{wizard('review.target')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: wizard('review.account'), value: <AccountBadge account={account} /> },
          { label: wizard('review.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
          {
            label: wizard('review.what'),
            value: draft.target
              ? t('review.goesOn', { id: draft.target.authorizationId })
              : t('review.makes', { count }),
          },
        ]}
      />
    </Container>
  );
}

/** What was read from AWS and this version does not edit: it goes along, and is shown. */
function Carried() {
  const t = useTexts('authorizations');
  const { draft } = useAuthorization();
  const { terms, rules, members } = draft.carried;
  if (terms.length + rules.length + members.length === 0) return null;
  return (
    <Alert header={t('review.carried')}>
      <JsonView value={draft.carried} label={t('review.carried')} />
    </Alert>
  );
}
