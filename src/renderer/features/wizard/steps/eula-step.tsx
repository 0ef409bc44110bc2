/** Step: the standard contract, or a PDF of the seller. */
import Container from '@cloudscape-design/components/container';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { LATEST_STANDARD_EULA } from '../../../../shared/domain/offer/wizard/reduce-terms.ts';
import type { EulaChoice } from '../../../../shared/domain/offer/draft.ts';
import { resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ExternalLink } from '../../../components/external-link.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { CustomEula } from '../terms/custom-eula.tsx';

/** AWS's own address, spelled as AWS spells it. */
const STANDARD_CONTRACT_URL =
  'https://s3.amazonaws.com/aws-mp-standard-contracts/Standard-Contact-for-AWS-Marketplace-2022-07-14.pdf';

export function EulaStep() {
  const t = useTexts('wizard');
  const { draft } = useEditor();
  return (
    <Container>
      <SpaceBetween size="l">
        <KindOfEula />
        {draft.eula.kind === 'standard' && (
          <ExternalLink href={STANDARD_CONTRACT_URL}>
            {t('eula.readStandard', { version: LATEST_STANDARD_EULA })}
          </ExternalLink>
        )}
        {draft.eula.kind === 'custom' && <CustomEula file={draft.eula.file} />}
      </SpaceBetween>
    </Container>
  );
}

function KindOfEula() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const heldByAws = draft.target !== null || resaleOf(draft) !== null || draft.eula.kind === 'held-by-aws';
  // What AWS holds for a new offer of a partner is the licence of its authorization.
  const isInherited = draft.target === null && resaleOf(draft) !== null;
  const textOf = (kind: EulaChoice['kind']) => (kind === 'held-by-aws' && isInherited ? 'inherited' : kind);
  const kinds: EulaChoice['kind'][] = ['standard', 'custom', ...(heldByAws ? (['held-by-aws'] as const) : [])];
  return (
    <DraftField path="eula" label={t('eula.label')}>
      {() => (
        <RadioGroup
          value={draft.eula.kind}
          items={kinds.map((kind) => ({
            value: kind,
            label: t(`eula.${textOf(kind)}.label`),
            description: t(`eula.${textOf(kind)}.description`),
          }))}
          onChange={({ detail }) => {
            const kind = kinds.find((candidate) => candidate === detail.value);
            if (kind) dispatch({ type: 'eula.choose', kind });
            touch('eula');
          }}
        />
      )}
    </DraftField>
  );
}
