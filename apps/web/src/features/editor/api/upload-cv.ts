import { addressOf, putProfilesByIdCv } from '@canar/api-client';
import { type ChosenFile, type OnProgress, uploadFile } from './upload-file';

/** Replaces the profile's CV. @throws ApiProblem file.type, file.too-large */
export async function uploadCv(id: string, chosen: ChosenFile, onProgress: OnProgress): Promise<void> {
  await uploadFile(id, 'cv', chosen, onProgress, addressOf(putProfilesByIdCv, { path: { id } }));
}
