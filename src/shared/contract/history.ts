/** What was sent and asked, by whom and when: views of the tables `changes` and `calls`. */

export const historyMethods = {};

export const historyEvents = {};
