import {
  addressOf,
  deleteProfilesByIdCv,
  deleteProfilesByIdPhoto,
  getProfilesByIdCvFile,
  postProfilesByIdUploads,
  postProfilesByIdUploadsComplete,
  putProfilesByIdCv,
  putProfilesByIdPhoto,
  type Schema,
} from '@canar/api-client';
import { call } from './http';
import { ApiProblem, networkProblem, problemOf } from './problem';
import { session } from './session';

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

const maxFileBytes = 10 * 1024 * 1024;

/** Why a file would be rejected, as far as that shows before it is sent; the server examines its bytes. */
export function refusalOf(file: File, types: readonly string[]): ApiProblem | null {
  if (!types.includes(file.type)) return new ApiProblem(415, 'file.type');
  return file.size > maxFileBytes ? new ApiProblem(413, 'file.too-large') : null;
}

/** Replaces the profile's photo. @throws ApiProblem file.type, file.too-large, photo.crop, photo.pixels */
export async function uploadPhoto(id: string, chosen: ChosenFile, onProgress: OnProgress): Promise<void> {
  const address = addressOf(putProfilesByIdPhoto, { path: { id }, query: chosen.crop });
  await uploadInSteps(id, 'photo', chosen, onProgress, () => upload(address, chosen.file, onProgress));
}

/** Replaces the profile's CV. @throws ApiProblem file.type, file.too-large */
export async function uploadCv(id: string, chosen: ChosenFile, onProgress: OnProgress): Promise<void> {
  const address = addressOf(putProfilesByIdCv, { path: { id } });
  await uploadInSteps(id, 'cv', chosen, onProgress, () => upload(address, chosen.file, onProgress));
}

/**
 * Opens an upload, sends the bytes to storage, and completes it. Where storage cannot be reached from here, the file goes
 * through the API.
 */
async function uploadInSteps(
  id: string,
  kind: 'photo' | 'cv',
  { file, crop }: ChosenFile,
  onProgress: OnProgress,
  throughApi: () => Promise<void>,
): Promise<void> {
  const body = { kind, mediaType: file.type, bytes: file.size, fileName: file.name.slice(-120) };
  const { data: opened } = await call(postProfilesByIdUploads, { params: { path: { id } }, body });
  try {
    const put = await send(opened.url, opened.headers, file, onProgress);
    if (!put.ok) throw await problemOf(put);
  } catch (problem) {
    if (opened.url.startsWith('/')) throw problem;
    return throughApi();
  }
  await call(postProfilesByIdUploadsComplete, { params: { path: { id } }, body: { upload: opened.upload, crop } });
}

/** Removes the photo. */
export async function removePhoto(id: string): Promise<void> {
  await call(deleteProfilesByIdPhoto, { params: { path: { id } } });
}

/** Removes the CV. */
export async function removeCv(id: string): Promise<void> {
  await call(deleteProfilesByIdCv, { params: { path: { id } } });
}

/** The CV as its owner uploaded it. */
export async function downloadCv(id: string): Promise<Blob> {
  return (await call(getProfilesByIdCvFile, { params: { path: { id } }, parseAs: 'blob' })).data;
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

/** Puts a body with XMLHttpRequest, because fetch reports no progress of an upload. */
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
