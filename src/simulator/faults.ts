/** Faults on request: which calls go wrong, in what way, how often. */

export type FaultKind =
  /** The connection breaks although the work was done. */
  | { readonly kind: 'drop-after' }
  /** The connection breaks before anything was done. */
  | { readonly kind: 'drop-before' }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'throttle' }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'expired-credentials' }
  /** The work is done, but a page of HTML comes back, as from a proxy. */
  | { readonly kind: 'malformed-body' }
  /** The service no longer knows any client request token of the account. */
  | { readonly kind: 'forget-tokens' }
  | { readonly kind: 'access-denied' };

export type Fault = FaultKind & {
  /** Operation (`StartChangeSet`), or IAM action (`aws-marketplace:StartChangeSet`); absent = every call. */
  readonly operation?: string;
  readonly accountId?: string;
  /** Goes wrong this many times, then no more. */
  readonly times?: number;
  /** Chance of each call, 0 to 1; absent = every call. */
  readonly probability?: number;
};

interface FaultSubject {
  readonly operation: string;
  readonly action: string | null;
  readonly accountId: string | null;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The faults that strike this call, in the order they were set. Each strike is counted. */
  strike(subject: FaultSubject): readonly Fault[];
}

interface Planned {
  readonly fault: Fault;
  left: number;
}

export function createFaults(chance: () => number): Faults {
  let planned: Planned[] = [];
  return {
    add(fault) {
      planned.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      planned = [];
    },
    list: () => planned.map(({ fault }) => fault),
    strike(subject) {
      const struck = planned.filter(
        ({ fault, left }) =>
          left > 0 && concerns(fault, subject) && (fault.probability === undefined || chance() < fault.probability),
      );
      for (const entry of struck) entry.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return struck.map(({ fault }) => fault);
    },
  };
}

function concerns(fault: Fault, subject: FaultSubject): boolean {
  if (fault.accountId !== undefined && fault.accountId !== subject.accountId) return false;
  return fault.operation === undefined || fault.operation === subject.operation || fault.operation === subject.action;
}
