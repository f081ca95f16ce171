import { randomUUID } from 'node:crypto';
import type { ProfileDocument } from '@canar/profile-document';
import type { Person } from '../auth/testing';
import type { Received } from '../platform/testing/api-caller';
import type { Cv, Profile } from './dto/profile.dto';
import type { RevisionSaved } from './dto/revision.dto';

/** Makes a profile over HTTP. */
export async function createProfile(person: Person, title = 'Engineer'): Promise<Profile> {
  const made = await person.api.post<Profile>('/api/profiles', { body: { title } });
  if (made.status !== 201) throw new Error(`Making a profile answered ${made.status}: ${made.text}`);
  return made.body;
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
): Promise<Received<RevisionSaved>> {
  const headers = { 'if-match': etag, 'idempotency-key': key };
  return person.api.post<RevisionSaved>(`/api/profiles/${id}/revisions`, { body: {}, headers });
}

/** Writes a document and saves it. */
export async function saveDocument(
  person: Person,
  id: string,
  document: ProfileDocument,
): Promise<Received<RevisionSaved>> {
  return saveRevision(person, id, await writeDraft(person, id, document));
}

/** Puts a small PDF on a profile as its CV. */
export async function putCv(person: Person, id: string): Promise<Cv> {
  const part = 'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf';
  const sent = await person.api.send<Cv>('PUT', `/api/profiles/${id}/cv`, {
    body: Buffer.from(`--x\r\n${part}\r\n\r\n%PDF-1.7\n%%EOF\r\n--x--\r\n`),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  if (sent.status !== 200) throw new Error(`Putting a CV answered ${sent.status}: ${sent.text}`);
  return sent.body;
}
