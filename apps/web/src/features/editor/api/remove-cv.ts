import { deleteProfilesByIdCv } from '@canar/api-client';
import { call } from '@/lib/api/http';

/** Removes the CV. */
export async function removeCv(id: string): Promise<void> {
  await call(deleteProfilesByIdCv, { params: { path: { id } } });
}
