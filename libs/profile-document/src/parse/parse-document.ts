import { asRecord } from '../schema/pointer';
import { type DocumentError, messageOf, scan } from './scan';
import { documentSchema, type ProfileDocument } from '../schema/schema';
import { shapeErrors } from './shape-errors';
import { type DocumentWarning, warningsOf } from './warnings';

/** A document with what is unfinished in it, or why it cannot be kept. */
export type ParsedDocument =
  { ok: true; document: ProfileDocument; warnings: DocumentWarning[] } | { ok: false; errors: DocumentError[] };

/**
 * Reads a value that came from outside as a profile document. The document is the value itself, untouched: unknown fields, empty
 * lists and property order stay. It refuses wrong shapes, everything over `limits`, NUL, lone surrogates, `__proto__`, and links of
 * the schemes that run or embed; what is merely unfinished comes back as warnings. Never throws, whatever the value.
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
