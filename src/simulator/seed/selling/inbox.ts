/** Referrals that wait in the seeded partners' inboxes, some of them for long: days left, expired, rejected, a lead. */
import type { Industry } from '@aws-sdk/client-partnercentral-selling';
import type { Catalog } from '../../selling/model.ts';
import type { EngagementRecord, Errand, InvitationRecord } from '../../selling/model-engagement.ts';
import type { PartnerProfile } from '../../selling/partners.ts';
import { AWS_MEMBER } from '../../selling/engagements.ts';
import { invitationTo, leadOf, referralOf } from '../../selling/referrals.ts';
import { companyAt } from './companies.ts';
import { sharedIds } from './shared-ids.ts';
import { pick } from './shape-of-deals.ts';

const DAY_MS = 86_400_000;
const ANSWER_DAYS = 15;
const WAITING: readonly number[] = [18, 8, 4];
const WAITING_IN_SANDBOX = 2;

export interface Inbox {
  readonly engagements: readonly EngagementRecord[];
  readonly invitations: readonly InvitationRecord[];
  readonly errands: readonly Errand[];
}

interface Letter {
  readonly partner: PartnerProfile;
  readonly catalog: Catalog;
  readonly number: number;
  readonly now: number;
  readonly isLead: boolean;
}

export function seedInbox(partners: readonly PartnerProfile[], now: number): Inbox {
  const letters = partners.flatMap((partner, place) => {
    const count = (WAITING[place] ?? 0) + 3;
    const common = { partner, now };
    return [
      ...Array.from({ length: count }, (_, index) => {
        const number = place * 40 + index;
        return letter({ ...common, catalog: 'AWS', number, isLead: index === count - 1 });
      }),
      ...Array.from({ length: WAITING_IN_SANDBOX }, (_, index) =>
        letter({ ...common, catalog: 'Sandbox', number: place * 40 + 30 + index, isLead: false }),
      ),
    ];
  });
  return {
    engagements: letters.map(({ engagement }) => engagement),
    invitations: letters.map(({ invitation }) => invitation),
    errands: letters
      .filter(({ invitation }) => invitation.status === 'PENDING')
      .map(({ invitation }) => ({
        kind: 'expiry',
        id: invitation.id,
        at: Date.parse(invitation.expirationDate),
      })),
  };
}

interface Written {
  readonly engagement: EngagementRecord;
  readonly invitation: InvitationRecord;
}

/** Two of each inbox were answered in vain: one expired, one rejected. */
function letter(given: Letter): Written {
  const { partner, catalog, number, now, isLead } = given;
  const place = number % 40;
  const status = isLead || place > 1 ? 'PENDING' : place === 0 ? 'EXPIRED' : 'REJECTED';
  // Hours, not only days, so that nothing falls due at the very start.
  const ageMs = (status === 'PENDING' ? (number * 3) % 14 : 20) * DAY_MS + 3_600_000;
  const content = isLead ? lead(partner, catalog) : deal(given);
  const name = `inbox ${partner.accountId} ${catalog} ${number}`;
  const at = new Date(now - ageMs).toISOString();
  const engagement: EngagementRecord = {
    id: sharedIds.engagement(name),
    catalog,
    title: content.title.slice(0, 40),
    description: content.description,
    createdAt: at.replace('Z', '000000Z'),
    createdBy: AWS_MEMBER.accountId,
    modifiedAt: at.replace('Z', '000000Z'),
    modifiedBy: AWS_MEMBER.accountId,
    contexts: content.contexts,
    members: [AWS_MEMBER],
    resources: [],
  };
  const { days: _days, ...invitation } = content.invitation;
  return {
    engagement,
    invitation: {
      ...invitation,
      id: sharedIds.invitation(name),
      catalog,
      engagementId: engagement.id,
      payloadType: isLead ? 'LeadInvitation' : 'OpportunityInvitation',
      status,
      invitationDate: at,
      expirationDate: new Date(now - ageMs + ANSWER_DAYS * DAY_MS).toISOString(),
      rejectionReason: status === 'REJECTED' ? 'Unable to support' : null,
    },
  };
}

function lead({ accountId }: PartnerProfile, catalog: Catalog) {
  return leadOf({ accountId, catalog, companyName: 'Saltern Outfitters' });
}

function deal({ partner, catalog, number, now }: Letter) {
  const company = companyAt(400 + number);
  const isEuro = company.country === 'DE' || company.country === 'FR';
  const referral = referralOf(
    {
      accountId: partner.accountId,
      catalog,
      companyName: company.name,
      industry: company.industry,
      countryCode: company.country,
      websiteUrl: `https://${company.domain}`,
      title: `${pick(['Modernize', 'Secure', 'Move'], number)} the ${topicOf(company.industry)} of ${company.name}`,
      currencyCode: isEuro ? 'EUR' : 'USD',
    },
    { number, now },
  );
  const invitation = invitationTo(referral);
  const { Customer, Project } = invitation.payload.OpportunityInvitation ?? {};
  const { ExpectedCustomerSpend: _spend, ...project } = Project ?? {};
  return {
    title: referral.title,
    description: referral.businessProblem,
    invitation,
    contexts: [
      { Id: '1', Type: 'CustomerProject' as const, Payload: { CustomerProject: { Customer, Project: project } } },
    ],
  };
}

function topicOf(industry: Industry): string {
  return industry === 'Financial Services' ? 'core banking' : industry === 'Retail' ? 'web shop' : 'data platform';
}
