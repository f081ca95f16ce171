import type { ProfileDocument } from '@canar/profile-document';
import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { editorStore, renderEditor } from '../testing/render-editor';
import { ItemFields } from './item-fields';

const { fields: text, hints, warnings } = messagesOf('en').editor;

function open(section: 'work' | 'skills' | 'projects', item: object, pointers: Record<string, string> = {}) {
  const document = { [section]: [item] } as ProfileDocument;
  const list = Object.entries(pointers).map(([pointer, code]) => ({ pointer, code, message: '' }));
  const fields = <ItemFields sectionKey={section} index={0} place={`${section}/a`} />;
  const { store } = renderEditor(fields, editorStore(document, { snapshot: { warnings: list } }));
  return () => (store.current().document[section]?.[0] ?? {}) as Record<string, unknown>;
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const write = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
const present = () => screen.getByRole<HTMLInputElement>('checkbox', { name: text.present });

describe('TextField', () => {
  it('writes what is typed and drops a field that is emptied', () => {
    const item = open('work', { name: 'Acme', position: 'Engineer' });
    write(text.position, 'Principal');
    expect(item()).toMatchObject({ position: 'Principal' });
    write(text.position, '');
    expect(item()).toEqual({ name: 'Acme' });
  });

  it('says what is unfinished at the field it is about', () => {
    open('work', { url: 'acme' }, { '/work/0/url': 'url.unfinished', '/work/1/url': 'url.scheme-missing' });
    expect(screen.getByText(warnings.url_unfinished)).toBeTruthy();
    expect(screen.queryByText(warnings.url_scheme_missing)).toBeNull();
  });

  it('calls the name of a position its company', () => {
    open('work', { name: 'Acme' });
    expect(field(text.company).value).toBe('Acme');
  });
});

describe('DateField', () => {
  it('keeps a date as it is typed and puts it in order on leaving', () => {
    const item = open('work', {});
    write(text.startDate, 'May 2024');
    expect(item()).toEqual({ startDate: 'May 2024' });
    fireEvent.blur(field(text.startDate));
    expect(item()).toEqual({ startDate: '2024-05' });
  });
});

describe('EndDateField', () => {
  it('says Present for a period that has begun and has no end', () => {
    open('work', { startDate: '2020' });
    expect(present().checked).toBe(true);
    expect(field(text.endDate).disabled).toBe(true);
  });

  it('asks for an end before a period has begun', () => {
    open('work', {});
    expect(present().checked).toBe(false);
  });

  it('drops the end when the period goes on, and asks for one when it does not', () => {
    const item = open('work', { startDate: '2020', endDate: '2024' });
    expect(field(text.endDate).value).toBe('2024');
    fireEvent.click(present());
    expect(item()).toEqual({ startDate: '2020' });
    fireEvent.click(present());
    expect(field(text.endDate).disabled).toBe(false);
  });
});

describe('BulletsField', () => {
  const bullet = (number: number) => screen.getByLabelText<HTMLTextAreaElement>(`Highlight ${number}`);

  it('makes the next bullet on Enter and gives it the focus', () => {
    const item = open('work', { highlights: ['first'] });
    bullet(1).setSelectionRange(5, 5);
    expect(fireEvent.keyDown(bullet(1), { key: 'Enter' })).toBe(false);
    expect(item()).toEqual({ highlights: ['first', ''] });
    expect(document.activeElement).toBe(bullet(2));
  });

  it('leaves Enter to an input method that is composing', () => {
    const item = open('work', { highlights: ['first'] });
    expect(fireEvent.keyDown(bullet(1), { key: 'Enter', isComposing: true })).toBe(true);
    expect(item()).toEqual({ highlights: ['first'] });
  });

  it('turns pasted lines into bullets and leaves one line to the browser', () => {
    const item = open('work', { highlights: [''] });
    const paste = (value: string) => fireEvent.paste(bullet(1), { clipboardData: { getData: () => value } });
    expect(paste('one')).toBe(true);
    expect(paste('• one\n• two')).toBe(false);
    expect(item()).toEqual({ highlights: ['one', 'two'] });
  });

  it('adds an empty bullet at the end', () => {
    open('work', { highlights: ['first'] });
    fireEvent.click(screen.getByRole('button', { name: hints.addBullet }));
    expect(document.activeElement).toBe(bullet(2));
  });
});

describe('KeywordsField', () => {
  it('keeps what is typed until it is left, and writes the single words', () => {
    const item = open('skills', { name: 'Languages', keywords: ['Go'] });
    write(text.keywords, 'Go, Rust,, ');
    expect(item()).toMatchObject({ keywords: ['Go', 'Rust'] });
    expect(field(text.keywords).value).toBe('Go, Rust,, ');
    fireEvent.blur(field(text.keywords));
    expect(field(text.keywords).value).toBe('Go, Rust');
  });
});
