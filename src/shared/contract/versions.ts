/** Versions of offers and authorizations, differences between them, templates, and offers as files. */

export const versionMethods = {};

export const versionEvents = {};
