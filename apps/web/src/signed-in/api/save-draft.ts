import { putProfilesByIdDraft } from '@canar/api-client';
import type { ProfileDocument } from '@canar/profile-document';
import { call } from '@/lib/api/http';
import type { Warning } from '@/lib/api/types';

/** Stores the draft; free. @throws ApiProblem 412 with `extras.current` when another tab or device was first */
export async function saveDraft(
  id: string,
  document: ProfileDocument,
  etag: string,
): Promise<{ etag: string; warnings: Warning[] }> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  const saved = await call(putProfilesByIdDraft, { params, body: { document: { ...document } } });
  return { etag: saved.etag ?? etag, warnings: saved.data.warnings };
}
