/** What a recorded call is to a person: which way it went, how it ended, what it was for. */

export const CALL_DIRECTIONS = ['in', 'out'] as const;
export type CallDirection = (typeof CALL_DIRECTIONS)[number];

/** `in-doubt`: a write of which no answer is on record. `stopped`: a read that was cut off. */
export const CALL_STATUSES = ['success', 'partial', 'error', 'throttled', 'in-doubt', 'stopped'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

/** The service name of what this program did over several calls: its jobs. */
export const APP_SERVICE = 'app';

const READS = /^(List|Describe|BatchDescribe|Get|Head|Receive|Search|AssumeRole)/;

/** AWS names operations by what they do: reads begin with one of a few words. */
export function directionOf(operation: string): CallDirection {
  return READS.test(operation) ? 'in' : 'out';
}

/** What a call was for, as `service:Operation` or `service:Operation:variant`. */
export interface CallPurpose {
  readonly service: string;
  readonly operation: string;
  readonly variant: string | null;
}

export function toPurposeId({ service, operation, variant }: CallPurpose): string {
  return [service, operation, ...(variant === null ? [] : [variant])].join(':');
}

export function readPurposeId(id: string): CallPurpose {
  const [service = '', operation = '', ...variant] = id.split(':');
  return { service, operation, variant: variant.length === 0 ? null : variant.join(':') };
}
