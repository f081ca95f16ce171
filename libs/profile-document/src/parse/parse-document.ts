import { asRecord } from '../schema/pointer';
import { type DocumentError, messageOf, scan } from './scan';
import { documentSchema, type ProfileDocument } from '../schema/schema';
import { shapeErrors } from './shape-errors';
import { type DocumentWarning, warningsOf } from './warnings';

/** A document with its warnings, or the errors for which it is rejected. */
export type ParsedDocument =
  { ok: true; document: ProfileDocument; warnings: DocumentWarning[] } | { ok: false; errors: DocumentError[] };

/**
 * Validates an untrusted value as a profile document. Returns the same value: unknown fields, empty lists and property order are
 * preserved. Rejects wrong shapes, everything over `limits`, NUL, lone surrogates, `__proto__`, and links with schemes that run or embed
 * code. Unfinished values are reported as warnings. Never throws.
 */
export function parseDocument(value: unknown): ParsedDocument {
  if (!asRecord(value)) {
    const code = 'document.not-an-object';
    return { ok: false, errors: [{ pointer: '', code, message: messageOf(code) }] };
  }
  let errors = scan(value);
  if (errors.length === 0) errors = shapeErrors(documentSchema, value);
  if (errors.length > 0) return { ok: false, errors };
  const document = value as ProfileDocument;
  return { ok: true, document, warnings: warningsOf(document) };
}
