/** Contacts of the customer, or people of the partner's team: one block each. */
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { emptyContact } from '../../../../shared/domain/opportunity/draft.ts';
import { lockOf } from '../../../../shared/domain/opportunity/fields.ts';
import { TEAM_TITLES } from '../../../../shared/domain/opportunity/picklists.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import { OptionControl, TextControl } from './controls.tsx';
import { FindingsOf, OpportunityField } from './field.tsx';
import { usePickText } from './use-pick-text.ts';

const PARTS = ['email', 'firstName', 'lastName', 'businessTitle', 'phone'] as const;

export function People({ path }: { path: 'customer.contacts' | 'opportunityTeam' }) {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const { draft, standing, dispatch } = useOpportunity();
  const isTeam = path === 'opportunityTeam';
  const people = isTeam ? draft.opportunityTeam : draft.customer.contacts;
  const lock = lockOf(path, standing);
  const titles = TEAM_TITLES.map((value) => ({ value, label: pick('teamTitle', value) }));
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={people.length > 0 ? `(${people.length})` : ''}
          description={lock ? t(`lock.${lock}`) : t(`about.${path}`)}
          actions={
            <Button
              disabled={lock !== null}
              onClick={() =>
                dispatch({
                  type: 'entry.add',
                  path,
                  entry: { ...emptyContact(), businessTitle: isTeam ? 'OpportunityOwner' : '' },
                })
              }
            >
              {t('person.add')}
            </Button>
          }
        >
          {t(`field.${path}`)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <div data-path={path}>
          <FindingsOf path={path} />
        </div>
        {people.map((_, index) => (
          <SpaceBetween key={index} size="s">
            <ColumnLayout columns={3} minColumnWidth={200}>
              {PARTS.map((part) => (
                <OpportunityField key={part} path={`${path}.${index}.${part}`} labelKey={`person.${part}`}>
                  {(control) =>
                    isTeam && part === 'businessTitle' ? (
                      <OptionControl {...control} options={titles} required />
                    ) : (
                      <TextControl {...control} />
                    )
                  }
                </OpportunityField>
              ))}
            </ColumnLayout>
            <Button
              iconName="remove"
              variant="inline-link"
              disabled={lock !== null}
              onClick={() => dispatch({ type: 'entry.remove', path, index })}
            >
              {t('person.remove', { number: index + 1 })}
            </Button>
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </Container>
  );
}
