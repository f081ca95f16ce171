import * as openid from 'openid-client';
import type { DomainError } from '../../platform/errors/domain-error';
import { identityRejected, identityUnavailable } from './identities.errors';

/** Codes of the library for a provider that is down, slow, or does not answer in its protocol. */
const outages = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);
const temporary = new Set(['server_error', 'temporarily_unavailable']);

/** What went wrong at a provider, as a problem of ours: it cannot be reached, or it has not stated what was asked. */
export function problemOf(error: unknown): DomainError {
  return isOutage(error) ? identityUnavailable() : identityRejected();
}

function isOutage(error: unknown): boolean {
  if (error instanceof openid.ResponseBodyError) return error.status >= 500 || temporary.has(error.error);
  if (error instanceof openid.AuthorizationResponseError) return temporary.has(error.error);
  if (error instanceof openid.ClientError) return error.code !== undefined && outages.has(error.code);
  return error instanceof TypeError; // of fetch: no connection
}
