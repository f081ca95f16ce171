import { DomainError, type DomainErrorDetails, type ErrorKind } from './domain-error';

/** A kind of refusal that clients may rely on. */
export interface ProblemKind {
  kind: ErrorKind;
  title: string;
}

const documented = new Map<string, ProblemKind>();

/** Makes a `DomainError` of one documented code; the detail defaults to the title. */
export type ProblemFactory = (detail?: string, details?: DomainErrorDetails) => DomainError;

/**
 * Declares a refusal: its code becomes part of the API's contract and is documented at `/api/problems`.
 * @throws {Error} when the code is declared twice
 */
export function problem(kind: ErrorKind, code: string, title: string): ProblemFactory {
  if (documented.has(code)) throw new Error(`The problem ${code} is declared twice.`);
  documented.set(code, { kind, title });
  return (detail = title, details) => new DomainError(kind, code, detail, details);
}

/** The title of a documented code. */
export function problemTitle(code: string): string | undefined {
  return documented.get(code)?.title;
}

/** Every documented code with its kind and title, by code. */
export function documentedProblems(): (ProblemKind & { code: string })[] {
  return [...documented].map(([code, entry]) => ({ code, ...entry })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The one answer for an unknown id and for another tenant's id. */
export const notFound = problem('not-found', 'not-found', 'Not found.');

/** A change of something that has versions, which names none. */
export const versionRequired = problem('precondition-required', 'if-match.required', 'An If-Match header is required.');

/** Input that does not have the right form. */
export const invalidRequest = problem('invalid', 'request.invalid', 'Invalid request.');

/** A body of a type that the route does not take. */
export const mediaTypeRejected = problem(
  'unsupported-media',
  'request.media-type',
  'This content type is not supported.',
);
