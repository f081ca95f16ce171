import { type Actor, fileForm } from '@canar/actor';
import type { Report } from './report';
import { answered, statusOf } from './expectations';

/** A profile with a draft. */
export interface Written {
  readonly id: string;
  /** The ETag of the draft. */
  readonly etag: string;
}

/** What stands in the profile, and must be found again on page and paper. */
export const NAME = 'Verification of the deployment';

/** A green square of 400 × 400 pixels, PNG. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQAQMAAAC6caSPAAAAA1BMVEUea1KyrjEUAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAKklEQVR42u3BMQEAAADCoPVP7W8GoAAAAAAAAAAAAAAAAAAAAAAAAACAN0+wAAGUQRhcAAAAAElFTkSuQmCC',
  'base64',
);

/** Makes a profile and writes its draft, which costs nothing. */
export async function walkDraft(report: Report, { client }: Actor, made: (profile: Written) => void): Promise<Written> {
  const { id } = await report.need('Make a profile', '201', () =>
    answered(client.POST('/api/profiles', { body: { title: 'Verification' } }), 201),
  );
  made({ id, etag: '' });
  const path = { id };
  const empty = await client.GET('/api/profiles/{id}/draft', { params: { path } });
  const header = { 'If-Match': empty.response.headers.get('etag') ?? '' };
  const body = { document: { basics: { name: NAME, label: 'Check' } } };
  const etag = await report.need('Write its draft', '200 with a new ETag', async () => {
    const { response } = await client.PUT('/api/profiles/{id}/draft', { params: { path, header }, body });
    const value = response.headers.get('etag') ?? '';
    return { seen: `${response.status} ${value}`, holds: response.ok && value !== header['If-Match'], value };
  });
  await report.look('Write it again from the stale version', '412', () =>
    statusOf(client.PUT('/api/profiles/{id}/draft', { params: { path, header }, body }), 412),
  );
  return { id, etag };
}

/** A photo, and the profile on paper, which is then uploaded as the CV. */
export async function walkFiles(report: Report, { client }: Actor, { id }: Written): Promise<void> {
  const path = { id };
  const pdf = await report.need('PDF of the draft', '200 application/pdf', async () => {
    const query = { revision: 'draft' };
    const asked = client.GET('/api/profiles/{id}/export/pdf', { params: { path, query }, parseAs: 'arrayBuffer' });
    const { data, response } = await asked;
    const value = Buffer.from(data ?? new ArrayBuffer());
    return { seen: `${response.status}, ${value.length} bytes`, holds: isPdf(value), value };
  });
  await report.look('Upload a photo', '200 image/webp', () =>
    answered(
      client.PUT('/api/profiles/{id}/photo', { params: { path }, ...fileForm(PHOTO, 'photo.png') }),
      200,
      ({ mediaType }) => mediaType === 'image/webp',
      ({ mediaType }) => mediaType,
    ),
  );
  await report.look('Upload a CV', '200 application/pdf', () =>
    answered(
      client.PUT('/api/profiles/{id}/cv', { params: { path }, ...fileForm(pdf, 'cv.pdf') }),
      200,
      ({ bytes }) => bytes === pdf.length,
      ({ mediaType, bytes }) => `${mediaType}, ${bytes} bytes`,
    ),
  );
  await report.look('Read the CV back', 'the same bytes', async () => {
    const asked = client.GET('/api/profiles/{id}/cv/file', { params: { path }, parseAs: 'arrayBuffer' });
    const seen = Buffer.from((await asked).data ?? new ArrayBuffer());
    return { seen: `${seen.length} bytes`, holds: seen.equals(pdf) };
  });
}

/** Whether bytes are a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
}
