import { deleteProfilesByIdPhoto } from '@canar/api-client';
import { call } from '@/lib/api/http';

/** Removes the photo. */
export async function removePhoto(id: string): Promise<void> {
  await call(deleteProfilesByIdPhoto, { params: { path: { id } } });
}
