/** Figures over one or all accounts, each with the list behind it. */

export const dashboardMethods = {};

export const dashboardEvents = {};
