/** The kinds of writes: a new one is one line here and its text in four languages. */

export interface ChangeKindFacts {
  /** What the write is called, `topic:key` of a catalogue. */
  readonly labelKey: string;
  /** What the system's notification says when it has succeeded: `<done>.title` of `notifications`. */
  readonly done: 'published' | 'draft-made' | 'change-done';
}

const facts = <K extends string>(table: Readonly<Record<K, ChangeKindFacts>>) => table;

export const CHANGE_KINDS = facts({
  'offer-release': { labelKey: 'activity:kind.offer-release', done: 'published' },
  'offer-draft': { labelKey: 'activity:kind.offer-draft', done: 'draft-made' },
  'public-offer-change': { labelKey: 'activity:kind.public-offer-change', done: 'change-done' },
  'offer-expiry': { labelKey: 'activity:kind.offer-expiry', done: 'change-done' },
  'offer-cancel': { labelKey: 'activity:kind.offer-cancel', done: 'change-done' },
  'offer-rename': { labelKey: 'activity:kind.offer-rename', done: 'change-done' },
  'offer-renewal': { labelKey: 'activity:kind.offer-renewal', done: 'change-done' },
  'offer-release-existing': { labelKey: 'activity:kind.offer-release-existing', done: 'published' },
  'offer-set-create': { labelKey: 'activity:kind.offer-set-create', done: 'draft-made' },
  'offer-set-update': { labelKey: 'activity:kind.offer-set-update', done: 'change-done' },
  'offer-set-release': { labelKey: 'activity:kind.offer-set-release', done: 'published' },
  'notification-setup': { labelKey: 'activity:kind.notification-setup', done: 'change-done' },
  'notification-removal': { labelKey: 'activity:kind.notification-removal', done: 'change-done' },
  'notification-test': { labelKey: 'activity:kind.notification-test', done: 'change-done' },
  'authorization-release': { labelKey: 'authorizations:kind.authorization-release', done: 'change-done' },
  'authorization-draft': { labelKey: 'authorizations:kind.authorization-draft', done: 'draft-made' },
  'authorization-release-existing': {
    labelKey: 'authorizations:kind.authorization-release-existing',
    done: 'change-done',
  },
  'linked-role': { labelKey: 'channel:kind.linked-role', done: 'change-done' },
  'authorization-restrict': { labelKey: 'authorizations:kind.authorization-restrict', done: 'change-done' },
  'agreement-cancellation': { labelKey: 'requests:change.agreement-cancellation', done: 'change-done' },
  'agreement-payment': { labelKey: 'requests:change.agreement-payment', done: 'change-done' },
  'agreement-adjustment': { labelKey: 'requests:change.agreement-adjustment', done: 'change-done' },
  'agreement-cancellation-withdrawal': {
    labelKey: 'requests:change.agreement-cancellation-withdrawal',
    done: 'change-done',
  },
  'agreement-payment-withdrawal': { labelKey: 'requests:change.agreement-payment-withdrawal', done: 'change-done' },
  'opportunity-create': { labelKey: 'opportunity-editor:kind.opportunity-create', done: 'change-done' },
  'opportunity-update': { labelKey: 'opportunity-editor:kind.opportunity-update', done: 'change-done' },
  'opportunity-associate': { labelKey: 'opportunity-editor:kind.opportunity-associate', done: 'change-done' },
  'opportunity-disassociate': { labelKey: 'opportunity-editor:kind.opportunity-disassociate', done: 'change-done' },
  'opportunity-share': { labelKey: 'opportunity-editor:kind.opportunity-share', done: 'change-done' },
  'opportunity-assign': { labelKey: 'invitations:kind.opportunity-assign', done: 'change-done' },
  'lead-update': { labelKey: 'engagements:kind.lead-update', done: 'change-done' },
  'lead-opportunity': { labelKey: 'engagements:kind.lead-opportunity', done: 'change-done' },
  'lead-prospecting': { labelKey: 'engagements:kind.lead-prospecting', done: 'change-done' },
  'engagement-create': { labelKey: 'engagements:kind.engagement-create', done: 'change-done' },
  'context-create': { labelKey: 'engagements:kind.context-create', done: 'change-done' },
  'engagement-invite': { labelKey: 'engagements:kind.engagement-invite', done: 'change-done' },
  'snapshot-create': { labelKey: 'engagements:kind.snapshot-create', done: 'change-done' },
  'snapshot-job-create': { labelKey: 'engagements:kind.snapshot-job-create', done: 'change-done' },
  'snapshot-job-start': { labelKey: 'engagements:kind.snapshot-job-start', done: 'change-done' },
  'snapshot-job-stop': { labelKey: 'engagements:kind.snapshot-job-stop', done: 'change-done' },
  'snapshot-job-delete': { labelKey: 'engagements:kind.snapshot-job-delete', done: 'change-done' },
  'snapshot-role': { labelKey: 'engagements:kind.snapshot-role', done: 'change-done' },
  'tag-put': { labelKey: 'engagements:kind.tag-put', done: 'change-done' },
  'tag-drop': { labelKey: 'engagements:kind.tag-drop', done: 'change-done' },
  'lead-accept': { labelKey: 'invitations:kind.lead-accept', done: 'change-done' },
  'invitation-accept': { labelKey: 'invitations:kind.invitation-accept', done: 'change-done' },
  'invitation-reject': { labelKey: 'invitations:kind.invitation-reject', done: 'change-done' },
});

export type ChangeKind = keyof typeof CHANGE_KINDS;

export const CHANGE_KIND_NAMES = Object.keys(CHANGE_KINDS) as [ChangeKind, ...ChangeKind[]];
