/** The queue of an account’s Marketplace events, and what has come in by it. */

export const notificationMethods = {};

export const notificationEvents = {};
