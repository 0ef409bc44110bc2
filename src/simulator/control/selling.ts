/** What AWS's people do in Partner Central, by hand of a test or a trainer. */
import type { EditByHand, ReferralOrder, ReviewByHand } from '../selling/by-hand.ts';
import type { ReviewHabits, TaskFailure } from '../selling/controls.ts';
import type { OpportunityRecord } from '../selling/model.ts';
import type { InvitationRecord } from '../selling/model-engagement.ts';
import type { LeadReferral } from '../selling/referrals.ts';
import type { World } from '../world.ts';

export interface SellingControl {
  /** AWS answers what was submitted, whatever its clock says. */
  review(order: ReviewByHand): Promise<OpportunityRecord>;
  /** How AWS reviews by itself. */
  setReviewHabits(habits: ReviewHabits): void;
  /** AWS refers one deal or many. */
  refer(order: ReferralOrder): Promise<readonly InvitationRecord[]>;
  referLead(order: LeadReferral): Promise<InvitationRecord>;
  /** AWS changes a deal behind the partner's back. */
  edit(order: EditByHand): Promise<OpportunityRecord>;
  /** How long tasks take, in ms of service time; 0 = they are over when they are answered. */
  setTaskTime(ms: number): void;
  /** The next task of an account fails. */
  failNextTask(failure: TaskFailure): void;
}

export function createSellingControl(world: World, keep: () => Promise<void>): SellingControl {
  const kept = async <T>(value: T): Promise<T> => {
    await keep();
    return value;
  };
  return {
    review: async (order) => kept(world.selling().review(order)),
    setReviewHabits(habits) {
      world.selling().controls.review = habits;
    },
    refer: async (order) => kept(world.selling().refer(order)),
    referLead: async (order) => kept(world.selling().referLead(order)),
    edit: async (order) => kept(world.selling().edit(order)),
    setTaskTime(ms) {
      world.selling().controls.taskMs = ms;
    },
    failNextTask: (failure) => world.selling().controls.scriptFailure(failure),
  };
}
