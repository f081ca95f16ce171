import { getProfilesByIdExportPdf } from '@canar/api-client';
import { call } from '@/lib/api/http';

/** A rendered PDF, and what the server read back from it. */
export interface RenderedPdf {
  blob: Blob;
  /** percent of the texts that a machine reads exactly; null where the server does not report it */
  readability: number | null;
  /** characters that no font draws */
  missingGlyphs: string;
}

/** The profile as a PDF in the template of its document; `revision` is `draft`, or undefined for the latest saved edit. @throws ApiProblem pdf.failed, work.busy */
export async function exportPdf(id: string, revision?: 'draft', signal?: AbortSignal): Promise<RenderedPdf> {
  const params = { path: { id }, query: { revision } };
  const { data: blob, headers } = await call(getProfilesByIdExportPdf, { params, signal, parseAs: 'blob' });
  const share = headers.get('x-canar-readability');
  const missingGlyphs = decodeURIComponent(headers.get('x-canar-missing-glyphs') ?? '');
  return { blob, readability: share === null ? null : Number(share), missingGlyphs };
}
