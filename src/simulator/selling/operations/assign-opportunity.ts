/** AssignOpportunity: who owns a deal at the partner, or who accompanies it. */
import type { Contact } from '@aws-sdk/client-partnercentral-selling';
import { changeOpportunity } from '../changes.ts';
import { opportunityOf, type Operation } from '../context.ts';
import { Problems } from '../rules/problems.ts';
import type { PartnerProfile } from '../partners.ts';
import { checkOpen } from '../rules/state.ts';

const LARGEST_TEAM = 10;
const TITLES = ['OpportunityOwner', 'PartnerAccountManager'];

export const assignOpportunity: Operation = (asked, context) => {
  const { input, partner } = asked;
  const record = opportunityOf(input['Identifier'], asked, context);
  checkOpen(record);
  const assignee = input['Assignee'] as Contact;
  const problems = new Problems();
  if (!TITLES.includes(assignee.BusinessTitle ?? '')) {
    const message = `businessTitle must be one of ${TITLES.join(', ')}.`;
    problems.add('assignee.businessTitle', 'INVALID_VALUE', message);
  }
  const member = assignee.BusinessTitle === 'OpportunityOwner' ? owner(assignee, partner, problems) : assignee;
  problems.refuseIfAny();
  changeOpportunity(record, { team: withMember(record.team, member) }, context);
  return {};
};

/** The names of an owner are those of its Partner Central profile, which has no telephone. */
function owner(assignee: Contact, partner: PartnerProfile, problems: Problems): Contact {
  const user = partner.users.find(({ email }) => email === assignee.Email);
  if (!user) {
    const message = `User not found for Opportunity Owner email:${assignee.Email ?? ''}`;
    problems.add('assignee.email', 'INVALID_VALUE', message);
    return assignee;
  }
  return {
    BusinessTitle: 'OpportunityOwner',
    Email: user.email,
    FirstName: user.firstName,
    LastName: user.lastName,
  };
}

/** There is one owner; other members are known by their address. */
function withMember(team: readonly Contact[], member: Contact): Contact[] {
  const isReplaced = (other: Contact) =>
    other.BusinessTitle === member.BusinessTitle &&
    (member.BusinessTitle === 'OpportunityOwner' || other.Email === member.Email);
  return [member, ...team.filter((other) => !isReplaced(other))].slice(0, LARGEST_TEAM);
}
