import type { Schema } from '@canar/api-client';
import { addressOf, download, request } from './http';
import { ApiProblem, networkProblem, problemOf } from './problem';
import { session } from './session';
import type { Upload } from './types';

/** Called with the share of a file that has been sent, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** The square of a photo: its corner as shares of width and height, its side as a share of the shorter edge. */
export type CropShares = Schema<'CropBody'>;

/** A file to be uploaded; of a photo also its square. */
export interface ChosenFile {
  file: File;
  crop?: CropShares;
}

/** The media types of photos and of CVs, as browsers name them. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'];
export const cvTypes = ['application/pdf'];

const largestFile = 10 * 1024 * 1024;

/** Why a file would be refused, as far as that shows before it is sent; the server looks at its bytes. */
export function refusalOf(file: File, types: readonly string[]): ApiProblem | null {
  if (!types.includes(file.type)) return new ApiProblem(415, 'file.type');
  return file.size > largestFile ? new ApiProblem(413, 'file.too-large') : null;
}

/** Puts the profile's photo. @throws ApiProblem file.type, file.too-large, photo.crop, photo.pixels */
export async function uploadPhoto(profileId: string, chosen: ChosenFile, onProgress: OnProgress): Promise<void> {
  const path = `/profiles/${profileId}/photo`;
  await uploadInSteps(profileId, 'photo', chosen, onProgress, () =>
    upload(addressIn(path, chosen), chosen.file, onProgress),
  );
}

/** Puts the profile's CV. @throws ApiProblem file.type, file.too-large */
export async function uploadCv(profileId: string, chosen: ChosenFile, onProgress: OnProgress): Promise<void> {
  const path = `/profiles/${profileId}/cv`;
  await uploadInSteps(profileId, 'cv', chosen, onProgress, () =>
    upload(addressIn(path, chosen), chosen.file, onProgress),
  );
}

function addressIn(path: string, { crop }: ChosenFile): string {
  return addressOf(path, { ...crop });
}

/**
 * Opens an upload, puts the bytes where they belong, and completes it. Where the store itself cannot be reached from here,
 * the file goes through the API.
 */
async function uploadInSteps(
  profileId: string,
  kind: 'photo' | 'cv',
  { file, crop }: ChosenFile,
  onProgress: OnProgress,
  throughApi: () => Promise<void>,
): Promise<void> {
  const body = { kind, mediaType: file.type, bytes: file.size, fileName: file.name.slice(-120) };
  const { data: opened } = await request<Upload>('POST', `/profiles/${profileId}/uploads`, { body });
  try {
    const put = await send(opened.url, opened.headers, file, onProgress);
    if (!put.ok) throw await problemOf(put);
  } catch (problem) {
    if (opened.url.startsWith('/')) throw problem;
    return throughApi();
  }
  await request('POST', `/profiles/${profileId}/uploads/complete`, { body: { upload: opened.upload, crop } });
}

/** Removes the photo. */
export async function removePhoto(profileId: string): Promise<void> {
  await request('DELETE', `/profiles/${profileId}/photo`);
}

/** Removes the CV. */
export async function removeCv(profileId: string): Promise<void> {
  await request('DELETE', `/profiles/${profileId}/cv`);
}

/** The CV as its owner uploaded it. */
export function downloadCv(profileId: string): Promise<Blob> {
  return download(`/profiles/${profileId}/cv/file`);
}

/** Sends a file to the API itself, as one form. */
async function upload(url: string, file: File, onProgress: OnProgress): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  const used = session.headers();
  const first = await send(url, used, form, onProgress);
  if (first.status === 401) await session.refresh(used);
  const answer = first.status === 401 ? await send(url, session.headers(), form, onProgress) : first;
  if (!answer.ok) throw await problemOf(answer);
}

/** Puts a body with XMLHttpRequest, because fetch does not tell how far an upload has come. */
function send(
  url: string,
  headers: Record<string, string>,
  body: File | FormData,
  onProgress: OnProgress,
): Promise<Response> {
  return new Promise<Response>((resolve, reject: (problem: ApiProblem) => void) => {
    const call = new XMLHttpRequest();
    call.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    call.onload = () => resolve(new Response(call.responseText, { status: call.status }));
    call.onerror = () => reject(networkProblem());
    call.send(body);
  });
}
