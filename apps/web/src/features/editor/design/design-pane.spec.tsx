import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { stubApi } from '@/testing/stub-api';
import { editorStore, profileWith, renderEditor } from '../testing/render-editor';
import { DesignPane } from './design-pane';

jest.mock('../preview/use-in-view', () => ({ useInView: () => true }));
jest.mock('./use-idle-document', () => ({ useIdleDocument: () => ({}) }));
jest.mock('../preview/page-preview', () => ({
  PagePreview: ({ hiddenFields }: { hiddenFields: string[] }) => <p>without {hiddenFields.join()}</p>,
}));

const { design: text } = messagesOf('en').editor;

function open(design: Record<string, string> = {}, locale?: string) {
  stubApi({ 'GET /profiles/p1': { body: profileWith() } });
  const { store } = renderEditor(<DesignPane />, editorStore({ meta: { canar: { design, locale } } }));
  return { design: () => store.current().document.meta?.canar?.design, store };
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const select = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);

describe('DesignPane', () => {
  it('shows no contact detail in its pictures that the page keeps back', () => {
    open();
    expect(screen.getAllByText('without phone,address').length).toBeGreaterThan(0);
  });

  it('names each accent colour in words', () => {
    open();
    const names = screen.getAllByRole<HTMLInputElement>('radio').map(({ ariaLabel }) => ariaLabel ?? '');
    expect(names.filter((name) => name.startsWith('#'))).toEqual([]);
    expect(names).toContain(text.accents.leaf);
  });

  it('chooses a template, Classic being the usual one', () => {
    const { design } = open();
    expect(radio('Classic').checked).toBe(true);
    fireEvent.click(radio('Modern'));
    expect(design()).toMatchObject({ template: 'modern' });
    expect(radio('Modern').checked).toBe(true);
  });

  it('chooses an accent colour and goes back to that of the template', () => {
    const { design } = open();
    expect(radio(text.accentNone).checked).toBe(true);
    fireEvent.click(radio(text.accents.blue));
    expect(design()).toMatchObject({ accent: '#1f5f8b' });
    fireEvent.click(radio(text.accentNone));
    expect(design()).not.toHaveProperty('accent');
  });

  it('stores a setting only when it is not the usual one', () => {
    const { design } = open();
    fireEvent.change(select(text.paper.label), { target: { value: 'letter' } });
    expect(design()).toEqual({ paper: 'letter' });
    fireEvent.change(select(text.paper.label), { target: { value: 'a4' } });
    expect(design()).toEqual({});
  });

  it('shows the language of the profile, or that of the site', () => {
    const { store } = open({}, 'hi-IN');
    expect(select(text.language).value).toBe('hi-IN');
    fireEvent.change(select(text.language), { target: { value: 'en-IN' } });
    expect(store.current().document.meta?.canar?.locale).toBe('en-IN');
  });
});
