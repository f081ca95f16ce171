import { randomUUID } from 'node:crypto';
import type { ProfileDocument } from '@canar/profile-document';
import type { Person } from '../auth/testing';
import type { TestResponse } from '../platform/testing/api-caller';
import type { Profile } from './dto/profile.dto';
import type { RevisionSaved } from './dto/revision.dto';
import type { Cv } from './files/dto/file.dto';

export { describePicture, photoWithMetadata } from './files/photo/testing/pictures';
export { emptyTrashJob } from './use-cases/empty-trash';

/** Makes a profile over HTTP. */
export async function createProfile(person: Person, title = 'Engineer'): Promise<Profile> {
  const response = await person.api.post<Profile>('/api/profiles', { body: { title } });
  if (response.status !== 201) throw new Error(`Creating a profile returned ${response.status}: ${response.text}`);
  return response.body;
}

/** The draft of a profile with its ETag. */
export async function readDraft(person: Person, id: string): Promise<{ document: ProfileDocument; etag: string }> {
  const draft = await person.api.get<{ document: ProfileDocument }>(`/api/profiles/${id}/draft`);
  return { document: draft.body.document, etag: String(draft.headers['etag']) };
}

/** Puts a document into the draft, whatever is there; gives the new ETag. */
export async function writeDraft(person: Person, id: string, document: ProfileDocument): Promise<string> {
  const { etag } = await readDraft(person, id);
  const saved = await person.api.put(`/api/profiles/${id}/draft`, {
    body: { document },
    headers: { 'if-match': etag },
  });
  if (saved.status !== 200) throw new Error(`Saving the draft answered ${saved.status}: ${saved.text}`);
  return String(saved.headers['etag']);
}

/** Saves the draft as a revision. */
export function saveRevision(
  person: Person,
  id: string,
  etag: string,
  key: string = randomUUID(),
): Promise<TestResponse<RevisionSaved>> {
  const headers = { 'if-match': etag, 'idempotency-key': key };
  return person.api.post<RevisionSaved>(`/api/profiles/${id}/revisions`, { body: {}, headers });
}

/** Writes a document and saves it. */
export async function saveDocument(
  person: Person,
  id: string,
  document: ProfileDocument,
): Promise<TestResponse<RevisionSaved>> {
  return saveRevision(person, id, await writeDraft(person, id, document));
}

/** A multipart body with one file. */
export function multipart(bytes: Buffer, name = 'me.jpg', type = 'image/jpeg') {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
  return { body, headers: { 'content-type': 'multipart/form-data; boundary=x' } };
}

/** A small PDF. */
export const smallPdf = Buffer.from('%PDF-1.7\n%%EOF');

/** Puts a small PDF on a profile as its CV. */
export async function putCv(person: Person, id: string): Promise<Cv> {
  const sent = await person.api.put<Cv>(`/api/profiles/${id}/cv`, multipart(smallPdf, 'a.pdf', 'application/pdf'));
  if (sent.status !== 200) throw new Error(`Putting a CV answered ${sent.status}: ${sent.text}`);
  return sent.body;
}
