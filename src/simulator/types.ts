/** What the services of the local cloud share: who calls, what time it is, how a refusal looks on the wire. */

/** The account a request was signed for. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
  readonly accessKeyId: string;
}

/** A caller, and whether it still waits for the answer. */
export interface Asker extends Caller {
  readonly isThere: () => boolean;
}

/** Business time of the local cloud; life cycles follow it. Signatures and presigned addresses use real time instead. */
export interface SimulatorClock {
  /** Epoch milliseconds, business time. */
  now(): number;
  /** Epoch milliseconds, real time. */
  realNow(): number;
  /** Calls back after `ms` of service time (divided by the speed). Returns a cancel function. */
  after(ms: number, callback: () => void): () => void;
}

/** A refusal by a service; the wire layer turns it into the protocol's error answer. */
export class ServiceError extends Error {
  readonly code: string;
  readonly httpStatus: number;
  /** Further members of the error body, e.g. `ValidationExceptionFieldList`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, httpStatus: number, message: string, members: Record<string, unknown> = {}) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.httpStatus = httpStatus;
    this.members = members;
  }
}

/** What a finished change set, a released offer or an accepted agreement announces (EventBridge shape). */
export interface SimulatedEvent {
  readonly accountId: string;
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** When it happened; absent = now. */
  readonly time?: string;
  /** Of the envelope; absent = `0`. */
  readonly version?: string;
}

/** A service behind the wire layer: operation name and decoded input in, output out, `ServiceError` thrown on refusal. */
export interface SimulatedService {
  handle(operation: string, input: Record<string, unknown>, caller: Caller): Promise<Record<string, unknown>>;
  /** Everything needed to go on after a restart; plain JSON. */
  save(): unknown;
  /** Takes what `save` gave; running life cycles go on from business time. */
  load(state: unknown): void;
  /** Forgets the client request tokens of an account, as a service may once its idempotency window has passed. */
  forgetTokens?(accountId: string): void;
  /** A buyer accepts a released offer; answers the agreement. Not an AWS call: tests and training reach it by the control address. */
  acceptOffer?(request: AcceptanceRequest): Promise<Record<string, unknown>>;
  /** A buyer accepts all offers of a released offer set at once; answers the agreements. */
  acceptOfferSet?(request: OfferSetAcceptance): Promise<Record<string, unknown>>;
  /** Makes the next change set of an account end FAILED with these errors instead of being applied. */
  failNextChangeSet?(request: ForcedFailure): void;
  /** How long lists stay behind what was changed, in ms of business time. */
  setIndexLag?(ms: number): void;
}

/** A buyer's yes, with what the offer leaves to choose. */
export interface AcceptanceRequest {
  readonly offerId: string;
  readonly buyerAccountId: string;
  /** Duration of one of the offer's rate cards. */
  readonly duration?: string;
  /** Quantities by dimension key. */
  readonly quantities?: Readonly<Record<string, number>>;
  /** Only where the offer has a renewal term. */
  readonly autoRenew?: boolean;
}

export interface OfferSetAcceptance {
  readonly offerSetId: string;
  readonly buyerAccountId: string;
}

export interface ForcedFailure {
  readonly accountId: string;
  readonly failureCode: 'CLIENT_ERROR' | 'SERVER_FAULT';
  /** Put on the change of this type; without it the failure is told by `FailureDescription` alone. */
  readonly changeType?: string;
  readonly errorCode?: string;
  readonly message: string;
}

/** Fetches a document by address the way AWS would (custom EULAs): S3 of this simulator, presign expiry checked. */
export type DocumentFetcher = (
  url: string,
) => Promise<{ ok: true; contentType: string | null; bytes: Uint8Array } | { ok: false; reason: string }>;

export interface ServiceDependencies {
  readonly clock: SimulatorClock;
  readonly fetchDocument: DocumentFetcher;
  readonly emit: (event: SimulatedEvent) => void;
  /** Keeps a document under a simulator-owned address and answers it (AWS re-hosts custom EULAs). */
  readonly rehost: (path: string, contentType: string, bytes: Uint8Array) => string;
  /** Unpredictable in production, seeded in tests. */
  readonly randomId: (length: number) => string;
}

/** One seller or buyer of the seed world. */
export interface SeedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly role: 'isv' | 'channel-partner' | 'buyer';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly eulaBucket: string | null;
}
