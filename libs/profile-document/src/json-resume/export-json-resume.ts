import type { ProfileDocument } from '../schema/schema';

/**
 * The document as plain JSON Resume: `meta.canar` goes, and `meta` with it when nothing else was in it; everything else stays as it
 * is, unknown fields, `$schema`, empty lists and `meta.lastModified` included, and nothing is added.
 */
export function exportJsonResume(document: ProfileDocument): ProfileDocument {
  if (!document.meta || !('canar' in document.meta)) return document;
  const { canar: _canar, ...meta } = document.meta;
  const { meta: _meta, ...rest } = document;
  return Object.keys(meta).length > 0 ? { ...document, meta } : rest;
}
