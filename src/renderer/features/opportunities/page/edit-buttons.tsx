/** Opens the opportunity in the editor: to change what AWS holds, or a clone of it. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { toOpportunityDraftPath } from '../paths.ts';

export function EditButtons({ opportunity: { account, id, goneAt } }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const create = useCallMutation('opportunities.drafts.create');
  const open = (clone: boolean) =>
    create.mutate(
      { account, fromOpportunityId: id, clone },
      {
        onSuccess: (draft) => void navigate(toOpportunityDraftPath(draft.id)),
        onError: (error) => showFlash({ id: 'opportunity-edit', kind: 'error', error: error.data }),
      },
    );
  return (
    <ButtonDropdown
      variant="primary"
      loading={create.isPending}
      disabled={goneAt !== null}
      mainAction={{ text: t('page.edit'), onClick: () => open(false), disabled: goneAt !== null }}
      ariaLabel={t('page.moreActions')}
      items={[{ id: 'clone', text: t('page.clone') }]}
      onItemClick={() => open(true)}
    />
  );
}
