import { getProfilesByIdDraft } from '@canar/api-client';
import type { Answer } from '@/lib/api/create-call';
import { call } from '@/lib/api/http';
import type { Draft } from '@/lib/api/types';

/** The draft and its version. @throws ApiProblem 404 */
export function fetchDraft(id: string): Promise<Answer<Draft>> {
  return call(getProfilesByIdDraft, { params: { path: { id } } });
}
