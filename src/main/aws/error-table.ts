/** AWS's error names and statuses against ours: the one table. First match wins. */
import type { ErrorCode } from '../../shared/errors/codes.ts';

export interface ErrorRow {
  /** AWS error codes, or the runtime's network error codes. */
  readonly names?: readonly string[];
  readonly status?: (status: number) => boolean;
  /** Narrows a row to some operations, where one name means different things. */
  readonly operations?: readonly string[];
  readonly message?: RegExp;
  /** AWS's word for why, in the Agreement and the Selling API. */
  readonly reason?: string;
  readonly code: ErrorCode;
  readonly retryable: boolean;
}

const SIGNATURE = [
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
  'IncompleteSignatureException',
];

export const ERROR_TABLE: readonly ErrorRow[] = [
  { names: ['AbortError'], code: 'cancelled', retryable: false },

  // the clock of this machine, before the signature rows that share a name
  { names: ['RequestTimeTooSkewed', 'RequestInTheFuture'], code: 'clock-skew', retryable: true },
  {
    names: [...SIGNATURE, 'RequestExpired'],
    message: /signature expired|not yet current|clock|skew/i,
    code: 'clock-skew',
    retryable: true,
  },

  // who we are
  {
    names: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired'],
    code: 'credentials-expired',
    retryable: true,
  },
  {
    names: [
      ...SIGNATURE,
      'UnrecognizedClientException',
      'UnrecognizedClient',
      'InvalidClientTokenId',
      'InvalidAccessKeyId',
      'InvalidToken',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'AuthFailure',
      'NotAuthorized',
    ],
    code: 'credentials-invalid',
    retryable: false,
  },
  {
    names: ['AccessDenied', 'AccessDeniedException'],
    operations: ['AssumeRole', 'AssumeRoleWithWebIdentity'],
    code: 'assume-role-denied',
    retryable: false,
  },
  // a refusal that no permission would lift
  {
    names: ['AccessDeniedException'],
    reason: 'FAILED_KYC_COMPLIANCE',
    code: 'seller-verification-missing',
    retryable: false,
  },
  {
    names: ['AccessDeniedException'],
    reason: 'INVALID_ACCOUNT_STATE',
    code: 'account-state-refused',
    retryable: false,
  },
  {
    names: ['AccessDeniedException'],
    reason: 'INCOMPATIBLE_BENEFIT_AWS_PARTNER_STATE',
    code: 'account-state-refused',
    retryable: false,
  },
  { names: ['AccessDeniedException'], reason: 'MISSING_MFA', code: 'mfa-needed', retryable: false },
  {
    names: [
      'AccessDenied',
      'AccessDeniedException',
      'AuthorizationErrorException',
      'UnauthorizedOperation',
      'AllAccessDisabled',
      'OptInRequired',
    ],
    code: 'access-denied',
    retryable: false,
  },

  // the answer was no answer of AWS
  { names: ['SyntaxError'], code: 'malformed-answer', retryable: true },

  // a queue of that name is being forgotten: SQS takes it again after 60 seconds
  { names: ['QueueDeletedRecently'], code: 'resource-in-use', retryable: true },

  // load
  {
    names: [
      'ThrottlingException',
      'Throttling',
      'ThrottledException',
      'RequestThrottled',
      'RequestThrottledException',
      'TooManyRequestsException',
      'RequestLimitExceeded',
      'BandwidthLimitExceeded',
      'ProvisionedThroughputExceededException',
      'PriorRequestNotComplete',
      'SlowDown',
      'EC2ThrottledException',
      'TransactionInProgressException',
    ],
    code: 'throttled',
    retryable: true,
  },
  { names: ['ServiceQuotaExceededException', 'LimitExceededException'], code: 'quota-exceeded', retryable: true },

  // the request
  {
    // No lock that goes away: the request is not pending any more, or there is one already.
    names: ['ConflictException'],
    operations: [
      'SendAgreementCancellationRequest',
      'CancelAgreementCancellationRequest',
      'SendAgreementPaymentRequest',
      'CancelAgreementPaymentRequest',
      'BatchCreateBillingAdjustmentRequest',
    ],
    code: 'validation-refused',
    retryable: false,
  },
  // optimistic locking: the record has another LastModifiedDate by now
  { names: ['ConflictException'], operations: ['UpdateOpportunity'], code: 'opportunity-conflict', retryable: false },
  {
    names: ['ConflictException'],
    operations: ['UpdateEngagementContext'],
    code: 'engagement-conflict',
    retryable: false,
  },
  {
    // A token that was used for something else, or a record in another state: the same request will not do.
    names: ['ConflictException'],
    operations: [
      'CreateOpportunity',
      'StartEngagementFromOpportunityTask',
      'StartEngagementByAcceptingInvitationTask',
      'RejectEngagementInvitation',
      'AcceptEngagementInvitation',
      'StartOpportunityFromEngagementTask',
      'StartProspectingFromEngagementTask',
      'CreateEngagement',
      'CreateEngagementContext',
      'CreateEngagementInvitation',
      'CreateResourceSnapshot',
      'CreateResourceSnapshotJob',
      'DeleteResourceSnapshotJob',
    ],
    code: 'validation-refused',
    retryable: false,
  },
  {
    names: ['ResourceInUseException', 'ConflictException', 'ConcurrentModificationException', 'OperationAborted'],
    code: 'resource-in-use',
    retryable: true,
  },
  { names: ['NotFound'], operations: ['HeadBucket', 'ListObjectsV2'], code: 'bucket-missing', retryable: false },
  { names: ['NoSuchBucket'], code: 'bucket-missing', retryable: false },
  {
    names: [
      'PermanentRedirect',
      'TemporaryRedirect',
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
    ],
    code: 'bucket-wrong-region',
    retryable: false,
  },
  {
    names: [
      'ResourceNotFoundException',
      'QueueDoesNotExist',
      'NotFoundException',
      'NoSuchKey',
      'NotFound',
      'NoSuchEntity',
    ],
    code: 'resource-not-found',
    retryable: false,
  },
  { names: ['ResourceNotSupportedException'], code: 'not-supported', retryable: false },
  {
    names: [
      'ValidationException',
      'ValidationError',
      'InvalidParameterValue',
      'InvalidRequest',
      'MalformedPolicyDocument',
      'QueueNameExists',
      'InvalidEventPatternException',
      'ManagedRuleException',
      'InvalidParameterException',
      'InvalidAttributeValue',
      'InvalidAttributeName',
    ],
    code: 'validation-refused',
    retryable: false,
  },
  {
    names: [
      'InternalServiceException',
      'InternalFailure',
      'InternalError',
      'InternalServerException',
      'ServiceUnavailable',
    ],
    code: 'aws-unavailable',
    retryable: true,
  },

  // the way to AWS
  {
    names: [
      'ENOTFOUND',
      'EAI_AGAIN',
      'ECONNREFUSED',
      'ECONNRESET',
      'ECONNABORTED',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'ENETDOWN',
      'EPIPE',
      'EPROTO',
      'ETIMEDOUT',
      'TimeoutError',
      'NetworkingError',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    code: 'network-unreachable',
    retryable: true,
  },

  // names nobody has listed: the status still tells the kind
  { status: (status) => status === 402, code: 'quota-exceeded', retryable: true },
  { status: (status) => status === 403, code: 'access-denied', retryable: false },
  { status: (status) => status === 404, code: 'resource-not-found', retryable: false },
  { status: (status) => status === 415, code: 'not-supported', retryable: false },
  { status: (status) => status === 423, code: 'resource-in-use', retryable: true },
  { status: (status) => status === 429, code: 'throttled', retryable: true },
  { status: (status) => status === 301 || status === 307, code: 'bucket-wrong-region', retryable: false },
  { status: (status) => status >= 400 && status < 500, code: 'validation-refused', retryable: false },
  { status: (status) => status >= 500, code: 'aws-unavailable', retryable: true },
];
