/** The contract: every method and event between a renderer (or script) and the core. Hosts walk these tables. */
import type { z } from 'zod';
import { accountEvents, accountMethods } from './accounts.ts';
import { agreementEvents, agreementMethods } from './agreements.ts';
import { appEvents, appMethods } from './app.ts';
import { authorizationEvents, authorizationMethods } from './authorizations.ts';
import { awsProductEvents, awsProductMethods } from './aws-products.ts';
import { autoShareEvents, autoShareMethods } from './auto-share.ts';
import { bulkEvents, bulkMethods } from './bulk.ts';
import { changeEvents, changeMethods } from './changes.ts';
import { channelMethods } from './channel.ts';
import { coSellDashboardMethods } from './co-sell-dashboard.ts';
import { dashboardEvents, dashboardMethods } from './dashboards.ts';
import { draftEvents, draftMethods } from './drafts.ts';
import { engagementEvents, engagementMethods } from './engagements.ts';
import { historyEvents, historyMethods } from './history.ts';
import { invitationEvents, invitationMethods } from './invitations.ts';
import { linkedRoleMethods } from './linked-role.ts';
import { notificationEvents, notificationMethods } from './notifications.ts';
import { offerSetEvents, offerSetMethods } from './offer-sets.ts';
import { offerEvents, offerMethods } from './offers.ts';
import { opportunityAssignmentMethods } from './opportunity-assignment.ts';
import { opportunityBackfillEvents, opportunityBackfillMethods } from './opportunity-backfill.ts';
import { opportunityDraftEvents, opportunityDraftMethods } from './opportunity-drafts.ts';
import { opportunityFileMethods } from './opportunity-files.ts';
import { opportunityLinkMethods } from './opportunity-links.ts';
import { opportunityOfferingMethods } from './opportunity-offerings.ts';
import { opportunityEvents, opportunityMethods } from './opportunities.ts';
import { productEvents, productMethods } from './products.ts';
import { solutionEvents, solutionMethods } from './solutions.ts';
import { versionEvents, versionMethods } from './versions.ts';

export const methods = {
  ...appMethods,
  ...accountMethods,
  ...productMethods,
  ...offerMethods,
  ...offerSetMethods,
  ...changeMethods,
  ...draftMethods,
  ...agreementMethods,
  ...authorizationMethods,
  ...linkedRoleMethods,
  ...channelMethods,
  ...versionMethods,
  ...notificationMethods,
  ...dashboardMethods,
  ...coSellDashboardMethods,
  ...bulkMethods,
  ...historyMethods,
  ...opportunityMethods,
  ...opportunityDraftMethods,
  ...opportunityBackfillMethods,
  ...autoShareMethods,
  ...opportunityAssignmentMethods,
  ...invitationMethods,
  ...engagementMethods,
  ...opportunityOfferingMethods,
  ...opportunityFileMethods,
  ...opportunityLinkMethods,
  ...awsProductMethods,
  ...solutionMethods,
};
export const events = {
  ...appEvents,
  ...accountEvents,
  ...productEvents,
  ...offerEvents,
  ...offerSetEvents,
  ...changeEvents,
  ...draftEvents,
  ...agreementEvents,
  ...authorizationEvents,
  ...versionEvents,
  ...notificationEvents,
  ...dashboardEvents,
  ...bulkEvents,
  ...historyEvents,
  ...opportunityEvents,
  ...opportunityDraftEvents,
  ...opportunityBackfillEvents,
  ...autoShareEvents,
  ...invitationEvents,
  ...awsProductEvents,
  ...engagementEvents,
  ...solutionEvents,
};

export type MethodName = keyof typeof methods;
export type EventName = keyof typeof events;

/** What a caller gives (defaults may be left out). */
export type MethodInput<M extends MethodName> = z.input<(typeof methods)[M]['input']>;
/** What a handler receives (defaults filled in). */
export type ParsedInput<M extends MethodName> = z.output<(typeof methods)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<(typeof methods)[M]['output']>;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]['payload']>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

export type { Reply } from './define.ts';
