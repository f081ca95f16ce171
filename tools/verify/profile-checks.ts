import { type Actor, type EditedProfile, fileForm } from '@canar/actor';
import type { Report } from './report';
import { expectBody, expectStatus } from './expectations';

/** The name in the profile, expected again on page and PDF. */
export const NAME = 'Verification of the deployment';

/** A green square of 400 × 400 pixels, PNG. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQAQMAAAC6caSPAAAAA1BMVEUea1KyrjEUAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAKklEQVR42u3BMQEAAADCoPVP7W8GoAAAAAAAAAAAAAAAAAAAAAAAAACAN0+wAAGUQRhcAAAAAElFTkSuQmCC',
  'base64',
);

/** Creates a profile and writes its draft, which costs nothing. */
export async function checkDraft(
  report: Report,
  { client }: Actor,
  created: (profile: EditedProfile) => void,
): Promise<EditedProfile> {
  const { id } = await report.require('Make a profile', '201', () =>
    expectBody(client.POST('/api/profiles', { body: { title: 'Verification' } }), 201),
  );
  created({ id, etag: '' });
  const path = { id };
  const empty = await client.GET('/api/profiles/{id}/draft', { params: { path } });
  const header = { 'If-Match': empty.response.headers.get('etag') ?? '' };
  const body = { document: { basics: { name: NAME, label: 'Check' } } };
  const etag = await report.require('Write its draft', '200 with a new ETag', async () => {
    const { response } = await client.PUT('/api/profiles/{id}/draft', { params: { path, header }, body });
    const value = response.headers.get('etag') ?? '';
    return { seen: `${response.status} ${value}`, passes: response.ok && value !== header['If-Match'], value };
  });
  await report.check('Write it again from the stale version', '412', () =>
    expectStatus(client.PUT('/api/profiles/{id}/draft', { params: { path, header }, body }), 412),
  );
  return { id, etag };
}

/** A photo, and the PDF of the profile, which is then uploaded as the CV. */
export async function checkFiles(report: Report, { client }: Actor, { id }: EditedProfile): Promise<void> {
  const path = { id };
  const pdf = await report.require('PDF of the draft', '200 application/pdf', async () => {
    const query = { revision: 'draft' };
    const asked = client.GET('/api/profiles/{id}/export/pdf', { params: { path, query }, parseAs: 'arrayBuffer' });
    const { data, response } = await asked;
    const value = Buffer.from(data ?? new ArrayBuffer());
    return { seen: `${response.status}, ${value.length} bytes`, passes: isPdf(value), value };
  });
  await report.check('Upload a photo', '200 image/webp', () =>
    expectBody(
      client.PUT('/api/profiles/{id}/photo', { params: { path }, ...fileForm(PHOTO, 'photo.png') }),
      200,
      ({ mediaType }) => mediaType === 'image/webp',
      ({ mediaType }) => mediaType,
    ),
  );
  await report.check('Upload a CV', '200 application/pdf', () =>
    expectBody(
      client.PUT('/api/profiles/{id}/cv', { params: { path }, ...fileForm(pdf, 'cv.pdf') }),
      200,
      ({ bytes }) => bytes === pdf.length,
      ({ mediaType, bytes }) => `${mediaType}, ${bytes} bytes`,
    ),
  );
  await report.check('Read the CV back', 'the same bytes', async () => {
    const asked = client.GET('/api/profiles/{id}/cv/file', { params: { path }, parseAs: 'arrayBuffer' });
    const seen = Buffer.from((await asked).data ?? new ArrayBuffer());
    return { seen: `${seen.length} bytes`, passes: seen.equals(pdf) };
  });
}

/** Whether bytes are a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
}
