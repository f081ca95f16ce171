import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Profile } from '@/lib/api/types';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { FilesCard } from './files-card';
import { profileWith, renderEditor } from '../testing/render-editor';

const { editor, problems } = messagesOf('en');
const { files: text, crop } = editor;
const uploads = 'POST /profiles/p1/uploads';
const complete = 'POST /profiles/p1/uploads/complete';

/** What the upload's own request does: fetch does not report progress, so the site sends files by XMLHttpRequest. */
class StubXhr {
  static answers: { status: number; body: string } | 'network' = { status: 200, body: '{}' };
  static sent: { url: string; body: unknown }[] = [];
  upload: { onprogress?: (event: object) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  private url = '';
  open(_: string, url: string) {
    this.url = url;
  }
  setRequestHeader() {}
  send(body: unknown) {
    StubXhr.sent.push({ url: this.url, body });
    this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 });
    const { answers } = StubXhr;
    if (answers === 'network') return this.onerror?.();
    Object.assign(this, { status: answers.status, responseText: answers.body });
    return this.onload?.();
  }
}

const cv = { fileName: 'Lena CV.pdf', bytes: 2048 } as Profile['cv'];
const pdf = new File(['%PDF'], 'cv.pdf', { type: 'application/pdf' });
const png = new File(['png'], 'me.png', { type: 'image/png' });

function open(profile: Profile, routes: Record<string, StubResponse> = {}, url = '/api/uploads/u1') {
  StubXhr.sent = [];
  StubXhr.answers = { status: 200, body: '{}' };
  globalThis.XMLHttpRequest = StubXhr as unknown as typeof XMLHttpRequest;
  const api = stubApi({
    [uploads]: { body: { upload: 'u1', url, headers: {} } },
    [complete]: { body: {} },
    ...routes,
  });
  const view = renderEditor(<FilesCard profile={profile} />);
  const invalidate = jest.spyOn(view.client, 'invalidateQueries');
  return { ...api, invalidated: () => invalidate.mock.calls.map(([filters]) => filters?.queryKey) };
}

const choose = (label: string, file: File) =>
  fireEvent.change(screen.getByLabelText(label), { target: { files: [file] } });
const button = (name: string) => screen.getByRole('button', { name });

describe('the CV of a profile', () => {
  it('uploads a CV in steps and reports its completion', async () => {
    const { sent, invalidated } = open(profileWith());
    choose(text.uploadCv, pdf);
    expect(await screen.findByText(text.cvDone)).toBeTruthy();
    expect(sent(uploads)[0]?.body).toMatchObject({ kind: 'cv', mediaType: 'application/pdf', fileName: 'cv.pdf' });
    expect(StubXhr.sent).toEqual([{ url: '/api/uploads/u1', body: pdf }]);
    expect(sent(complete)[0]?.body).toMatchObject({ upload: 'u1' });
    expect(invalidated()).toEqual([['profiles', 'p1'], ['profiles']]);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('rejects a CV that is not a PDF before sending it', () => {
    const { requests } = open(profileWith());
    choose(text.uploadCv, png);
    expect(screen.getByText(problems.file_type)).toBeTruthy();
    expect(requests).toEqual([]);
  });

  it('rejects a CV larger than 10 MB before sending it', () => {
    const { requests } = open(profileWith());
    const large = Object.defineProperty(new File(['%PDF'], 'cv.pdf', { type: 'application/pdf' }), 'size', {
      value: 10 * 1024 * 1024 + 1,
    });
    choose(text.uploadCv, large);
    expect(screen.getByText(problems.file_too_large)).toBeTruthy();
    expect(requests).toEqual([]);
  });

  it('shows why the API rejected a CV, and accepts another choice', async () => {
    open(profileWith(), { [complete]: problem(422, 'upload.mismatch') });
    choose(text.uploadCv, pdf);
    expect(await screen.findByText(problems.upload_mismatch)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  it('uploads a CV through the API when the storage cannot be reached', async () => {
    open(profileWith(), {}, 'https://store.example/u1');
    StubXhr.answers = 'network';
    choose(text.uploadCv, pdf);
    await waitFor(() => expect(StubXhr.sent).toHaveLength(2));
    expect(StubXhr.sent.map(({ url }) => url)).toEqual(['https://store.example/u1', '/api/profiles/p1/cv']);
    expect(await screen.findByText(problems.network)).toBeTruthy();
  });

  it('shows, opens and removes an existing CV', async () => {
    const tab = jest.spyOn(window, 'open').mockReturnValue(null);
    const { sent } = open(profileWith({ cv }), {
      'GET /profiles/p1/cv/file': { file: '%PDF' },
      'DELETE /profiles/p1/cv': { status: 204 },
    });
    expect(screen.getByText(/^Lena CV\.pdf, 2/)).toBeTruthy();
    expect(screen.getByLabelText(text.replaceCv)).toBeTruthy();
    fireEvent.click(button(text.openCv));
    await waitFor(() => expect(tab).toHaveBeenCalledWith(expect.stringMatching(/^blob:/), '_blank', 'noopener'));
    fireEvent.click(button(text.removeCv));
    await waitFor(() => expect(sent('DELETE /profiles/p1/cv')).toHaveLength(1));
  });
});

describe('the photo of a profile', () => {
  it('uploads a photo with the chosen square', async () => {
    const { sent } = open(profileWith());
    choose(text.uploadPhoto, png);
    const picture = screen.getByAltText<HTMLImageElement>(crop.picture);
    Object.defineProperties(picture, { naturalWidth: { value: 800 }, naturalHeight: { value: 400 } });
    expect(sent(uploads)).toHaveLength(0);
    fireEvent.load(picture);
    fireEvent.click(button(crop.use));
    expect(await screen.findByText(text.photoDone)).toBeTruthy();
    expect(sent(complete)[0]?.body).toEqual({ upload: 'u1', crop: { x: 0.25, y: 0, side: 1 } });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('rejects a photo that is not a picture before cropping', () => {
    open(profileWith());
    choose(text.uploadPhoto, pdf);
    expect(screen.getByText(problems.file_type)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('sends no photo when the crop dialog is cancelled', () => {
    const { requests } = open(profileWith());
    choose(text.uploadPhoto, png);
    fireEvent.click(button(messagesOf('en').common.cancel));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(requests).toEqual([]);
  });

  it('shows, replaces and removes an existing photo', async () => {
    const photo = { url: '/p/media/1.jpg' } as Profile['photo'];
    const { sent } = open(profileWith({ photo }), { 'DELETE /profiles/p1/photo': { status: 204 } });
    expect(screen.getByAltText(text.alt).getAttribute('src')).toBe('/p/media/1.jpg');
    expect(screen.getByLabelText(text.replacePhoto)).toBeTruthy();
    fireEvent.click(button(text.removePhoto));
    await waitFor(() => expect(sent('DELETE /profiles/p1/photo')).toHaveLength(1));
  });
});
