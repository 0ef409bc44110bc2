/** How the content of a request is stored: with AWS's defaults and silent corrections. */
import type { OpportunityContent, OpportunityRecord, StepTaken } from '../model.ts';
import type { Input } from '../context.ts';
import { isApnProgram } from './fixed-lists.ts';
import { storedSpend } from './spend.ts';

const MEMBERS = [
  'PrimaryNeedsFromAws',
  'NationalSecurity',
  'PartnerOpportunityIdentifier',
  'Customer',
  'Project',
  'OpportunityType',
  'Marketing',
  'SoftwareRevenue',
] as const;

/** What was asked for; an absent contract duration is the stored one, a null is none. */
export function askedContent(input: Input, before?: OpportunityContent): OpportunityContent {
  const given = Object.fromEntries(MEMBERS.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
  const asked = given as Omit<OpportunityContent, 'LifeCycle'>;
  const lifeCycle = (input['LifeCycle'] ?? {}) as Record<string, unknown>;
  const { Stage = 'Prospect', ClosedLostReason, NextSteps, TargetCloseDate } = lifeCycle;
  const LifeCycle = present({ Stage, ClosedLostReason, NextSteps, TargetCloseDate }) as OpportunityContent['LifeCycle'];
  const type = asked.OpportunityType ?? 'Net New Business';
  return { ...asked, ...withDuration(asked.Project, before), OpportunityType: type, LifeCycle };
}

function withDuration(
  project: OpportunityContent['Project'],
  before: OpportunityContent | undefined,
): Pick<OpportunityContent, 'Project'> {
  if (project === undefined) return {};
  const { ExpectedContractDuration, ...rest } = project;
  const asked = ExpectedContractDuration as unknown;
  if (asked === null) return { Project: rest };
  const duration = ExpectedContractDuration ?? before?.Project?.ExpectedContractDuration;
  return { Project: present({ ...rest, ExpectedContractDuration: duration }) };
}

/** What is kept of content that broke no rule. */
export function storedContent(content: OpportunityContent, before?: OpportunityContent): OpportunityContent {
  const { Project: project, Customer: customer } = content;
  const stored: OpportunityContent = {
    ...content,
    ...(project && { Project: storedProject(content, before) }),
  };
  const account = customer?.Account;
  if (content.NationalSecurity !== 'Yes' || !account) return stored;
  // AWS keeps such deals in the United States.
  const Address = { ...account.Address, CountryCode: 'US' as const };
  return { ...stored, Customer: { ...customer, Account: { ...account, Address } } };
}

function storedProject(
  content: OpportunityContent,
  before: OpportunityContent | undefined,
): OpportunityContent['Project'] {
  const { Project: project = {}, OpportunityType } = content;
  return present({
    ...project,
    ExpectedCustomerSpend: storedSpend(project, before?.Project),
    ApnPrograms: project.ApnPrograms?.filter(isApnProgram),
    RelatedOpportunityIdentifier:
      OpportunityType === 'Net New Business' ? undefined : project.RelatedOpportunityIdentifier,
  });
}

const LONGEST_HISTORY = 50;

/** Every new next step is kept with its time, the newest first. */
export function withStep(
  record: Pick<OpportunityRecord, 'history'>,
  next: string | undefined,
  at: string,
): StepTaken[] {
  if (next === undefined || next === '' || record.history[0]?.Value === next) return [...record.history];
  return [{ Value: next, Time: at }, ...record.history].slice(0, LONGEST_HISTORY);
}

/** Without the members that have no value. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
