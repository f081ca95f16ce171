/** What kind of refusal an error is; the HTTP filter gives each kind its status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'payment-required'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported-media'
  | 'unprocessable'
  | 'precondition-required'
  | 'too-many'
  | 'unavailable';

/** One fault in the input, at an RFC 6901 pointer. */
export interface InputFault {
  pointer: string;
  code: string;
  message: string;
}

export interface DomainErrorDetails {
  /** Faults of single fields. */
  errors?: InputFault[];
  /** What a stale change did not know of: the filter adds it as `current`, with the ETag of its version. */
  current?: { document: unknown; version: string };
  /** Members added to the problem document, such as `balance` and `required`. */
  extras?: Record<string, unknown>;
}

/** A refusal with a stable code, raised by rules and use cases; it knows nothing of HTTP. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details: DomainErrorDetails = {},
  ) {
    super(message);
  }
}
