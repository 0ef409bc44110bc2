/** Members of AWS's record as labelled values, those left out that AWS has not. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import type { PicklistName } from '../../../../shared/domain/opportunity/picklists.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePickText } from '../editor/use-pick-text.ts';
import { textAt, textsAt } from './read.ts';

/** Where AWS's words have a list of their own, and so a word in each language. */
const LISTS: Readonly<Record<string, PicklistName | undefined>> = {
  'Customer.Account.Industry': 'industry',
  NationalSecurity: 'yesNo',
  'Project.CustomerUseCase': 'useCase',
  OpportunityType: 'opportunityType',
  PrimaryNeedsFromAws: 'need',
  'Project.DeliveryModels': 'deliveryModel',
  'Project.SalesActivities': 'salesActivity',
  'Project.CompetitorName': 'competitor',
  'Marketing.Source': 'marketingSource',
  'Marketing.UseCases': 'marketingUseCase',
  'Marketing.Channels': 'channel',
  'Marketing.AwsFundingUsed': 'yesNo',
  'SoftwareRevenue.DeliveryModel': 'revenueModel',
};

export interface Fact {
  /** In the record; its text is `field.<path>`. */
  readonly path: string;
  /** How it is shown, where not as it is. */
  readonly show?: (text: string) => ReactNode;
}

interface FactsProps {
  readonly value: unknown;
  readonly facts: readonly Fact[];
  /** Words for a member that cannot be changed now; null for one that can. */
  readonly lockOf?: (path: string) => string | null;
}

export function Facts({ value, facts, lockOf }: FactsProps) {
  const t = useTexts('opportunities');
  const pick = usePickText();
  const items = facts.flatMap(({ path, show }) => {
    const list = LISTS[path];
    const texts = textAt(value, path) ? [textAt(value, path)] : textsAt(value, path);
    const text = texts.map((word) => (list ? pick(list, word) : word)).join(' · ');
    if (text === '') return [];
    const lock = lockOf?.(path) ?? null;
    return [
      {
        label: t(`field.${path.replaceAll('.', '-')}`),
        value: show ? show(text) : text,
        ...(lock === null ? {} : { info: <Lock text={lock} /> }),
      },
    ];
  });
  if (items.length === 0) return <Box color="text-body-secondary">{t('page.nothing')}</Box>;
  return <KeyValuePairs columns={3} items={items} />;
}

function Lock({ text }: { text: string }) {
  return (
    <Box variant="small" color="text-status-inactive">
      {text}
    </Box>
  );
}
