/** Agreements with buyers: search, pages, requests about them, what is due next. */

export const agreementMethods = {};

export const agreementEvents = {};
