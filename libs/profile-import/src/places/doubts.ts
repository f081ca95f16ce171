import type { DocumentWarning, ProfileDocument } from '@canar/profile-document';
import { partsOf, type SourcePlace, valuesOf } from './places-of';
import type { SourceLine } from './source-lines';

/** Why a field should be looked at before it is used. */
export const doubtReasons = ['missing', 'unfinished', 'not-literal', 'heading-unknown'] as const;

/** A field of the document that the reader is not sure of. */
export interface Doubt {
  /** JSON Pointer into the document; of a missing field where it would be */
  pointer: string;
  reason: (typeof doubtReasons)[number];
}

/** What an item of a section has, unless it was read wrongly. */
const expected: Readonly<Record<string, readonly string[]>> = {
  work: ['name', 'position', 'startDate'],
  education: ['institution'],
  volunteer: ['organization'],
};

/** Values that are put into another form when they are read. */
const rewritten = /\/(?:startDate|endDate|date|releaseDate|url|username|fluency)$/;

function missingIn({ pointer, part }: { pointer: string; part: unknown }): Doubt[] {
  const names = pointer === '/basics' ? ['name'] : (expected[pointer.split('/')[1] ?? ''] ?? []);
  const fields = (part ?? {}) as Readonly<Record<string, unknown>>;
  return names
    .filter((name) => fields[name] === undefined || fields[name] === '')
    .map((name) => ({ pointer: `${pointer}/${name}`, reason: 'missing' }));
}

function doubtsOfText(document: ProfileDocument, places: readonly SourcePlace[]): Doubt[] {
  const placed = new Set(places.map(({ pointer }) => pointer));
  return partsOf(document).flatMap((part) => {
    if (/^\/meta\/canar\/custom\/\d+\/title$/.test(part.pointer))
      return [{ pointer: part.pointer, reason: 'heading-unknown' }] satisfies Doubt[];
    const changed = valuesOf(part.part, part.pointer)
      .filter(({ pointer }) => !placed.has(pointer) && !rewritten.test(pointer))
      .map(({ pointer }): Doubt => ({ pointer, reason: 'not-literal' }));
    return [...missingIn(part), ...changed];
  });
}

/**
 * The fields that a person should look at: what a résumé has and this one lacks, what cannot be used as it is written, and where the
 * file has lines, what does not stand there as it was read and sections with a heading that nobody knows. One reason for each field.
 */
export function doubtsOf(
  document: ProfileDocument,
  warnings: readonly DocumentWarning[],
  lines: readonly SourceLine[],
  places: readonly SourcePlace[],
): Doubt[] {
  const unfinished = warnings.map(({ pointer }): Doubt => ({ pointer, reason: 'unfinished' }));
  const all = [...unfinished, ...(lines.length > 0 ? doubtsOfText(document, places) : [])];
  return [...new Map([...all].reverse().map((doubt) => [doubt.pointer, doubt])).values()].reverse();
}
