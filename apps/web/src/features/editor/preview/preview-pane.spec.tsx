import { act, fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { editorStore, profileWith, publicationWith, renderEditor } from '../testing/render-editor';
import { PreviewPane } from './preview-pane';

jest.mock('./page-preview', () => ({
  PagePreview: ({ template, hiddenFields }: { template: string; hiddenFields: string[] }) => (
    <p>
      {template} without {hiddenFields.join(' and ')}
    </p>
  ),
}));

jest.mock('./read-pdf', () => ({
  readPdf: async () => ({
    pages: [
      { width: 595, height: 842 },
      { width: 595, height: 842 },
    ],
    draw: jest.fn(),
    close: jest.fn(),
  }),
}));

const { editor, problems, common } = messagesOf('en');
const text = editor.preview;
const pdf = 'GET /profiles/p1/export/pdf';
const modern = { meta: { canar: { design: { template: 'modern' } } } };

const showPdf = () => fireEvent.mouseDown(screen.getByRole('tab', { name: text.pdf }), { button: 0 });

function openPdf(reply: StubResponse | StubResponse[]) {
  const api = stubApi({ [pdf]: reply });
  const saveDraft = jest.fn(async () => ({ etag: '"2"', warnings: [] }));
  const view = renderEditor(<PreviewPane profile={profileWith()} />, editorStore(modern, { saveDraft }));
  return { ...api, ...view, saveDraft };
}

describe('PreviewPane', () => {
  it('hides what the page hides, and by default phone and address', () => {
    renderEditor(<PreviewPane profile={profileWith()} />);
    expect(screen.getByText('classic without phone and address')).toBeTruthy();
  });

  it('follows template and publication', () => {
    const publication = publicationWith({ hiddenFields: ['email'] });
    renderEditor(<PreviewPane profile={profileWith({ publication })} />, editorStore(modern));
    expect(screen.getByText('modern without email')).toBeTruthy();
  });

  it('switches to the width of a phone and back, for the web page only', async () => {
    openPdf({ file: '%PDF' });
    fireEvent.click(screen.getByRole('button', { name: text.narrow }));
    expect(screen.getByRole('group', { name: text.frame }).className).toContain('max-w-[390px]');
    expect(screen.getByRole('button', { name: text.wide }).getAttribute('aria-pressed')).toBe('true');
    showPdf();
    expect(screen.queryByRole('button', { name: text.wide })).toBeNull();
    expect(await screen.findAllByRole('img')).toHaveLength(2);
  });
});

describe('PdfPreview', () => {
  it('sends what is unsent before it asks for the PDF of the draft', async () => {
    const { sent, store, saveDraft } = openPdf({ file: '%PDF', headers: { 'x-canar-readability': '98' } });
    act(() => store.edit('basics/name', (document) => ({ ...document, basics: { name: 'Lena' } })));
    showPdf();
    expect(await screen.findByText('2 pages. 98 % of your texts can be read by machines.')).toBeTruthy();
    expect(saveDraft).toHaveBeenCalledTimes(1);
    expect(sent(pdf)[0]?.query).toEqual({ revision: 'draft' });
  });

  it('shows the sheets one below the other, and the file to take away', async () => {
    openPdf({ file: '%PDF' });
    showPdf();
    const sheets = await screen.findAllByRole('img');
    expect(sheets.map((sheet) => sheet.getAttribute('aria-label'))).toEqual(['Page 1 of 2', 'Page 2 of 2']);
    const link = screen.getByRole('link', { name: text.pdfDownload });
    expect([link.getAttribute('href')?.slice(0, 5), link.getAttribute('download')]).toEqual(['blob:', 'For Acme.pdf']);
  });

  it('names the characters that no font draws', async () => {
    openPdf({ file: '%PDF', headers: { 'x-canar-missing-glyphs': encodeURIComponent('𐎀') } });
    showPdf();
    expect(await screen.findByText(/No font has these characters: 𐎀/)).toBeTruthy();
    expect(screen.queryByText(/can be read by machines/)).toBeNull();
  });

  it('says why there is no PDF and tries again on request', async () => {
    openPdf([problem(422, 'pdf.failed'), { file: '%PDF' }]);
    showPdf();
    expect(await screen.findByText(problems.pdf_failed)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: common.retry }));
    expect(await screen.findAllByRole('img')).toHaveLength(2);
  });
});
