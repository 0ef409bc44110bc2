/** Names of the messages between preload and main, derived from the contract's own names. */

/** One channel a method: `call:offers.publish`. */
export const callChannel = (method: string) => `call:${method}`;
/** All events of the contract travel on one channel, named inside. */
export const EVENT_CHANNEL = 'event';
/** Gives up a call that is under way. */
export const CANCEL_CHANNEL = 'cancel';
