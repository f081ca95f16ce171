import { getProfilesByIdCvFile } from '@canar/api-client';
import { call } from '@/lib/api/http';

/** The CV as its owner uploaded it. */
export async function downloadCv(id: string): Promise<Blob> {
  return (await call(getProfilesByIdCvFile, { params: { path: { id } }, parseAs: 'blob' })).data;
}
