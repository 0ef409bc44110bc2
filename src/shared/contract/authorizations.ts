/** Resale authorizations, issued and received, and channel partner offers made from them. */

export const authorizationMethods = {};

export const authorizationEvents = {};
