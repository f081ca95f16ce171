import { postProfilesByIdUploads, postProfilesByIdUploadsComplete, type Schema } from '@canar/api-client';
import { call } from '@/lib/api/http';
import { type ApiProblem, networkProblem, problemOf } from '@/lib/api/problem';
import { session } from '@/lib/api/session';

/** Called with the share of a file that has been sent, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** The square of a photo: its corner as shares of width and height, its side as a share of the shorter edge. */
type CropShares = Schema<'CropBody'>;

/** A file to be uploaded; of a photo also its square. */
export interface ChosenFile {
  file: File;
  crop?: CropShares;
}

/**
 * Opens an upload, sends the bytes to storage, and completes it. Where storage cannot be reached from here, the file goes
 * through the API at `apiAddress`. @throws ApiProblem file.type, file.too-large, upload.mismatch
 */
export async function uploadFile(
  id: string,
  kind: 'photo' | 'cv',
  { file, crop }: ChosenFile,
  onProgress: OnProgress,
  apiAddress: string,
): Promise<void> {
  const body = { kind, mediaType: file.type, bytes: file.size, fileName: file.name.slice(-120) };
  const { data: opened } = await call(postProfilesByIdUploads, { params: { path: { id } }, body });
  try {
    const put = await send(opened.url, opened.headers, file, onProgress);
    if (!put.ok) throw await problemOf(put);
  } catch (problem) {
    if (opened.url.startsWith('/')) throw problem;
    return uploadThroughApi(apiAddress, file, onProgress);
  }
  await call(postProfilesByIdUploadsComplete, { params: { path: { id } }, body: { upload: opened.upload, crop } });
}

/** Sends a file to the API itself, as one form. */
async function uploadThroughApi(url: string, file: File, onProgress: OnProgress): Promise<void> {
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
