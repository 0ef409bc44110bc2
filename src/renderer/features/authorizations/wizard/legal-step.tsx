/** Step: the licence between seller and buyer, and the contract between seller and partner. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ResellerContract } from '../../../../shared/domain/authorization/draft.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { DraftField } from '../../wizard/editor/draft-field.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { EulaStep } from '../../wizard/steps/eula-step.tsx';
import { CustomDocument } from '../../wizard/terms/custom-eula.tsx';
import { useAuthorization } from './context.ts';

export function LegalStep() {
  const t = useTexts('authorizations');
  return (
    <SpaceBetween size="l">
      <Header variant="h2" description={t('legal.buyerSays')}>
        {t('section.buyerTerms')}
      </Header>
      <EulaStep />
      <Container
        header={
          <Header variant="h2" description={t('legal.resellerSays')}>
            {t('section.resellerTerms')}
          </Header>
        }
      >
        <ResellerContractField />
      </Container>
    </SpaceBetween>
  );
}

function ResellerContractField() {
  const t = useTexts('authorizations');
  const { touch } = useEditor();
  const { draft, dispatch } = useAuthorization();
  const { resellerContract: contract } = draft;
  const kinds: ResellerContract['kind'][] = ['none', 'standard', 'custom'];
  if (contract.kind === 'held-by-aws') kinds.push('held-by-aws');
  return (
    <SpaceBetween size="l">
      <DraftField path="resellerContract" label={t('contract.label')}>
        {() => (
          <RadioGroup
            value={contract.kind}
            items={kinds.map((value) => ({
              value,
              label: t(`contract.${value}.label`),
              description: t(`contract.${value}.description`),
            }))}
            onChange={({ detail }) => {
              const kind = kinds.find((candidate) => candidate === detail.value);
              if (kind) dispatch({ type: 'resellerContract.choose', kind });
              touch('resellerContract');
            }}
          />
        )}
      </DraftField>
      {contract.kind === 'custom' && (
        <CustomDocument
          path="resellerContract.file"
          label={t('contract.file')}
          description={t('contract.fileSays')}
          file={contract.file}
          onFile={(file) => dispatch({ type: 'resellerContract.file', file })}
        />
      )}
    </SpaceBetween>
  );
}
