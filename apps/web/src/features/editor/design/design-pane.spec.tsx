import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { editorStore, renderEditor } from '../testing/render-editor';
import { DesignPane } from './design-pane';

jest.mock('../preview/page-preview', () => ({ PagePreview: () => null }));

const { design: text } = messagesOf('en').editor;

function open(design: Record<string, string> = {}, locale?: string) {
  const { store } = renderEditor(<DesignPane />, editorStore({ meta: { canar: { design, locale } } }));
  return { design: () => store.current().document.meta?.canar?.design, store };
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const select = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);

describe('DesignPane', () => {
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
    fireEvent.click(radio('#1f5f8b'));
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
