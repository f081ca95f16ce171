import { authorizedFetch, download, downloadWithHeaders, request, type Answer } from './http';
import { problemOf } from './problem';
import type {
  Draft,
  DraftSaved,
  Imported,
  RevisionDocument,
  RevisionList,
  RevisionSaved,
  RevisionUndone,
} from './types';

/** The draft and its version. */
export function fetchDraft(profileId: string): Promise<Answer<Draft>> {
  return request<Draft>('GET', `/profiles/${profileId}/draft`);
}

/** Keeps the draft; free. @throws ApiProblem 412 with `extras.current` when another tab or device was first */
export function keepDraft(profileId: string, document: unknown, etag: string): Promise<Answer<DraftSaved>> {
  return request('PUT', `/profiles/${profileId}/draft`, { body: { document }, ifMatch: etag });
}

/** Saves the draft as a revision, which costs credits. @throws ApiProblem credits.insufficient, subscription.required */
export async function saveRevision(profileId: string, etag: string, idempotencyKey: string): Promise<RevisionSaved> {
  const call = { body: {}, ifMatch: etag, idempotencyKey };
  return (await request<RevisionSaved>('POST', `/profiles/${profileId}/revisions`, call)).data;
}

/** Takes the latest revision back within its ten minutes. @throws ApiProblem undo.too-late, revision.published */
export async function undoRevision(profileId: string, number: number, idempotencyKey: string): Promise<RevisionUndone> {
  const path = `/profiles/${profileId}/revisions/${number}/undo`;
  return (await request<RevisionUndone>('POST', path, { body: {}, idempotencyKey })).data;
}

/** Puts a revision into the draft. @throws ApiProblem 412 */
export function restoreRevision(profileId: string, number: number, etag: string): Promise<Answer<Draft>> {
  return request<Draft>('POST', `/profiles/${profileId}/revisions/${number}/restore`, { body: {}, ifMatch: etag });
}

/** Saved revisions, newest first. */
export async function fetchRevisions(profileId: string, cursor: string | null): Promise<RevisionList> {
  return (await request<RevisionList>('GET', `/profiles/${profileId}/revisions`, { query: { cursor, limit: 50 } }))
    .data;
}

/** The document of a saved revision. */
export async function fetchRevisionDocument(profileId: string, number: number): Promise<unknown> {
  return (await request<RevisionDocument>('GET', `/profiles/${profileId}/revisions/${number}`)).data.document;
}

/**
 * Turns a file into a document for the draft: JSON Resume, a CV in PDF, a LinkedIn data export. It changes nothing by itself.
 * @throws ApiProblem file.type, file.too-large, import.pdf-unreadable, import.pdf-without-text, import.archive
 */
export async function convertFile(profileId: string, file: File): Promise<Imported> {
  const body = new FormData();
  body.append('file', file);
  const response = await authorizedFetch(`/api/profiles/${profileId}/import`, { method: 'POST', body });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Imported;
}

/** Turns a résumé into a document for the draft; it changes nothing by itself. @throws ApiProblem document.invalid */
export async function convertResume(profileId: string, resume: unknown): Promise<Imported> {
  return (await request<Imported>('POST', `/profiles/${profileId}/import`, { body: resume })).data;
}

/** A printed profile, and what the server read back in it. */
export interface PrintedProfile {
  blob: Blob;
  /** percent of the texts that a machine reads exactly; null where the server does not say */
  readability: number | null;
  /** characters that no font draws */
  missingGlyphs: string;
}

/** The profile on paper; `revision` is `draft` or nothing for the latest saved one. */
export async function downloadPdf(
  profileId: string,
  template: string,
  revision?: 'draft',
  signal?: AbortSignal,
): Promise<PrintedProfile> {
  const path = `/profiles/${profileId}/export/pdf`;
  const { blob, headers } = await downloadWithHeaders(path, { template, revision }, signal);
  const share = headers.get('x-canar-readability');
  const missingGlyphs = decodeURIComponent(headers.get('x-canar-missing-glyphs') ?? '');
  return { blob, readability: share === null ? null : Number(share), missingGlyphs };
}

/** The latest saved revision in a form that other programs read. */
export function downloadText(profileId: string, format: 'json' | 'md' | 'docx' | 'vcf'): Promise<Blob> {
  return download(`/profiles/${profileId}/export/${format}`);
}
