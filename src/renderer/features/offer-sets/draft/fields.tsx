/** Name, notes for the buyer and solution of an offer set. */
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { AwsErrorText } from '../../wizard/editor/finding-text.tsx';
import { findingsAt, useSetEditor } from './context.ts';

type TextField = 'name' | 'buyerNotes' | 'solutionId';

export function SetFields() {
  const t = useTexts('offersets');
  const { draft } = useSetEditor();
  return (
    <Container header={<Header variant="h2">{t('draft.details')}</Header>}>
      <SpaceBetween size="m">
        <SetField field="name" constraint={t('field.nameConstraint', { count: draft.name.trim().length })} />
        <SetField
          field="buyerNotes"
          constraint={t('field.notesConstraint', { count: draft.buyerNotes.trim().length })}
        />
        <ExpandableSection headerText={t('field.more')} defaultExpanded={draft.solutionId !== ''}>
          <SetField field="solutionId" constraint={t('field.solutionConstraint')} />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

function SetField({ field, constraint }: { field: TextField; constraint: string }) {
  const t = useTexts('offersets');
  const text = useAnyText();
  const editor = useSetEditor();
  const { draft, awsErrors, touched, showsAll, touch, dispatch } = editor;
  const said = touched.has(field) || showsAll ? findingsAt(editor, field) : [];
  const errors = said.filter(({ stage, severity }) => severity === 'error' && stage === 'request');
  const later = said.filter(({ stage }) => stage === 'release');
  const aws = awsErrors.filter(({ path }) => path === field);
  const invalid = errors.length > 0 || aws.length > 0;
  const control = {
    value: draft[field],
    invalid,
    onBlur: () => touch(field),
    onChange: ({ detail }: { detail: { value: string } }) => dispatch({ type: 'text', field, value: detail.value }),
  };
  return (
    <div data-path={field}>
      <FormField
        label={t(`field.${field}`)}
        description={t(`field.${field}Says`)}
        constraintText={constraint}
        errorText={
          invalid ? (
            <>
              {errors.map(({ ruleId, messageKey, params }) => (
                <div key={ruleId}>{text(messageKey, params)}</div>
              ))}
              {aws.map((error) => (
                <AwsErrorText key={error.code} error={error} />
              ))}
            </>
          ) : null
        }
        warningText={
          !invalid && later.length > 0
            ? later.map(({ ruleId, messageKey, params }) => <div key={ruleId}>{text(messageKey, params)}</div>)
            : null
        }
      >
        {field === 'buyerNotes' ? <Textarea {...control} rows={4} /> : <Input {...control} />}
      </FormField>
    </div>
  );
}
