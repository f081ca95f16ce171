import { addressOf, putProfilesByIdPhoto } from '@canar/api-client';
import { type ChosenFile, type OnProgress, uploadFile } from './upload-file';

/** Replaces the profile's photo. @throws ApiProblem file.type, file.too-large, photo.crop, photo.pixels */
export async function uploadPhoto(id: string, chosen: ChosenFile, onProgress: OnProgress): Promise<void> {
  const address = addressOf(putProfilesByIdPhoto, { path: { id }, query: chosen.crop });
  await uploadFile(id, 'photo', chosen, onProgress, address);
}
