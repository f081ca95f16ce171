import type { ProfileDocument } from '../schema/schema';

/**
 * Exports a document as plain JSON Resume: removes `meta.canar`, and `meta` when nothing else is in it. Everything else is preserved,
 * also unknown fields, `$schema`, empty lists and `meta.lastModified`.
 */
export function exportJsonResume(document: ProfileDocument): ProfileDocument {
  if (!document.meta || !('canar' in document.meta)) return document;
  const { canar: _canar, ...meta } = document.meta;
  const { meta: _meta, ...rest } = document;
  return Object.keys(meta).length > 0 ? { ...document, meta } : rest;
}
