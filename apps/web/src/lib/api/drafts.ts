import {
  getProfilesByIdExportByForm,
  getProfilesByIdExportPdf,
  getProfilesByIdRevisions,
  getProfilesByIdRevisionsByNumber,
  postProfilesByIdImport,
  postProfilesByIdRevisions,
  postProfilesByIdRevisionsByNumberRestore,
  postProfilesByIdRevisionsByNumberUndo,
  putProfilesByIdDraft,
} from '@canar/api-client';
import type { Answer } from './create-call';
import { call } from './http';
import type { Draft, DraftSaved, Imported, RevisionList, RevisionSaved, RevisionUndone } from './types';

/** Stores the draft; free. @throws ApiProblem 412 with `extras.current` when another tab or device was first */
export function keepDraft(id: string, document: object, etag: string): Promise<Answer<DraftSaved>> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  return call(putProfilesByIdDraft, { params, body: { document: { ...document } } });
}

/** Saves the draft as a revision, which costs credits. @throws ApiProblem credits.insufficient, subscription.required */
export async function saveRevision(id: string, etag: string, key: string): Promise<RevisionSaved> {
  const params = { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key } };
  return (await call(postProfilesByIdRevisions, { params })).data;
}

/** Takes the latest revision back within its ten minutes. @throws ApiProblem undo.too-late, revision.published */
export async function undoRevision(id: string, number: number, key: string): Promise<RevisionUndone> {
  const params = { path: { id, number }, header: { 'Idempotency-Key': key } };
  return (await call(postProfilesByIdRevisionsByNumberUndo, { params })).data;
}

/** Puts a revision into the draft. @throws ApiProblem 412 */
export function restoreRevision(id: string, number: number, etag: string): Promise<Answer<Draft>> {
  const params = { path: { id, number }, header: { 'If-Match': etag } };
  return call(postProfilesByIdRevisionsByNumberRestore, { params });
}

/** Saved revisions, newest first. */
export async function fetchRevisions(id: string, cursor: string | null): Promise<RevisionList> {
  const params = { path: { id }, query: { cursor: cursor ?? undefined, limit: 50 } };
  return (await call(getProfilesByIdRevisions, { params })).data;
}

/** The document of a saved revision. */
export async function fetchRevisionDocument(id: string, number: number): Promise<unknown> {
  return (await call(getProfilesByIdRevisionsByNumber, { params: { path: { id, number } } })).data.document;
}

/**
 * Turns a file into a document for the draft: JSON Resume, a CV in PDF, a LinkedIn data export. The draft itself is unchanged.
 * @throws ApiProblem file.type, file.too-large, import.pdf-unreadable, import.pdf-without-text, import.archive
 */
export async function convertFile(id: string, file: File): Promise<Imported> {
  const form = new FormData();
  form.append('file', file);
  const bodySerializer = (body: unknown) => body as FormData;
  return (await call(postProfilesByIdImport, { params: { path: { id } }, body: form, bodySerializer })).data;
}

/** Turns a résumé into a document for the draft; the draft itself is unchanged. @throws ApiProblem document.invalid */
export async function convertResume(id: string, resume: unknown): Promise<Imported> {
  return (await call(postProfilesByIdImport, { params: { path: { id } }, body: resume })).data;
}

/** A rendered PDF, and what the server read back from it. */
export interface PrintedProfile {
  blob: Blob;
  /** percent of the texts that a machine reads exactly; null where the server does not report it */
  readability: number | null;
  /** characters that no font draws */
  missingGlyphs: string;
}

/** The profile as a PDF; `revision` is `draft` or nothing for the latest saved one. */
export async function downloadPdf(
  id: string,
  template: string,
  revision?: 'draft',
  signal?: AbortSignal,
): Promise<PrintedProfile> {
  const params = { path: { id }, query: { template, revision } };
  const { data: blob, headers } = await call(getProfilesByIdExportPdf, { params, signal, parseAs: 'blob' });
  const share = headers.get('x-canar-readability');
  const missingGlyphs = decodeURIComponent(headers.get('x-canar-missing-glyphs') ?? '');
  return { blob, readability: share === null ? null : Number(share), missingGlyphs };
}

/** The latest saved revision in a format that other programs read. */
export async function downloadText(id: string, form: 'json' | 'md' | 'docx' | 'vcf'): Promise<Blob> {
  return (await call(getProfilesByIdExportByForm, { params: { path: { id, form } }, parseAs: 'blob' })).data;
}
