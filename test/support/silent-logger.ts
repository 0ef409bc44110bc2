/** A logger for tests that provoke failures on purpose. */
import type { Logger } from '../../src/main/ports.ts';

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
