import { problem } from '../errors/problem';

export const preconditionRequired = problem(
  'precondition-required',
  'if-match.required',
  'Say with If-Match which version you are changing.',
);

/** The strong ETag of a version. */
export function etagOf(version: string | number | bigint): string {
  return `"${version}"`;
}

/** The entity tags of an If-Match or If-None-Match header; a `W/` prefix, which proxies add, is ignored (RFC 9110 §8.8.3). */
function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}

/** True when one of the header's tags (or `*`) is this tag. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = tagsOf(header);
  return tags.includes('*') || tags.includes(etag);
}

/**
 * The If-Match header of a change.
 * @throws {DomainError} `if-match.required` when there is none
 */
export function requireIfMatch(header: string | undefined): string {
  if (!header) throw preconditionRequired();
  return header;
}
