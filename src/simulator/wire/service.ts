/** What the wire layer asks of each service it serves. */
import type { Principal } from '../identity/principals.ts';
import type { DoorPolicy } from './authenticate.ts';
import type { WireAnswer, WireRequest } from './http.ts';

/** A request understood: which operation, and what a policy would have to allow. */
export interface Call {
  readonly operation: string;
  /** IAM action; null for what needs no permission at all. */
  readonly action: string | null;
  /** ARN that a refusal names. */
  resource(accountId: string): string;
  /** Whether the world may differ afterwards. */
  readonly writes: boolean;
  /** Decoded input, where the protocol has one; kept in the request journal. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface CallContext {
  readonly request: WireRequest;
  readonly requestId: string;
  readonly principal: Principal | null;
}

/** How a service of the JSON protocols writes its refusals. */
export interface ErrorDialect {
  readonly contentType: string;
  /** Stands before the code in `__type`, e.g. `com.amazonaws.sqs`. */
  readonly namespace: string;
  /** Value of `x-amzn-query-error`, for services that once spoke the Query protocol. */
  readonly queryError?: (code: string, isSender: boolean) => string;
}

export interface WireService extends DoorPolicy {
  readonly name: string;
  readonly errors?: ErrorDialect;
  /** Whether an unsigned request reaches `handle` (public objects). */
  readonly allowsAnonymous: boolean;
  /** Throws a ServiceError when the request is none of the service's operations. */
  identify(request: WireRequest): Promise<Call>;
  handle(call: Call, context: CallContext): Promise<WireAnswer>;
}
