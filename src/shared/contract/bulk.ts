/** One action over many entities and accounts. */

export const bulkMethods = {};

export const bulkEvents = {};
