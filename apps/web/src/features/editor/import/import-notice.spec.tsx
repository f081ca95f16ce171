import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { editorStore, renderEditor } from '../testing/render-editor';
import { ImportNotice } from './import-notice';

const { import: text, undo } = messagesOf('en').editor;
const named = { basics: { name: 'Lena Vasquez' } };

describe('ImportNotice', () => {
  it('stays away from a profile with entries', () => {
    renderEditor(<ImportNotice />, editorStore({ ...named, work: [{ name: 'Acme' }] }));
    expect(screen.queryByText(text.noticeTitle)).toBeNull();
  });

  it('opens the import on an empty profile', async () => {
    renderEditor(<ImportNotice />, editorStore(named));
    fireEvent.click(screen.getByRole('button', { name: text.open }));
    expect(await screen.findByRole('dialog', { name: text.title })).toBeTruthy();
  });

  it('starts from the sample under the owner’s name, one undo away', async () => {
    const { store } = renderEditor(<ImportNotice />, editorStore(named));
    fireEvent.click(screen.getByRole('button', { name: text.sample }));
    expect(await screen.findByText(text.sampleDone)).toBeTruthy();
    expect(store.current().document.basics?.name).toBe('Lena Vasquez');
    expect(store.current().document.work?.length).toBeGreaterThan(0);
    expect(store.current().document.meta?.canar?.ids?.work?.length).toBeGreaterThan(0);
    expect(screen.queryByText(text.noticeTitle)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: undo }));
    expect(store.current().document).toEqual(named);
  });

  it('takes the sample in the language of the profile', async () => {
    const hindi = { ...named, meta: { canar: { locale: 'hi-IN' } } };
    const { store } = renderEditor(<ImportNotice />, editorStore(hindi));
    fireEvent.click(screen.getByRole('button', { name: text.sample }));
    await screen.findByText(text.sampleDone);
    expect(store.current().document.basics?.label).toMatch(/\p{Script=Devanagari}/u);
  });
});
