import { act, renderHook } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { LocaleContext } from '@/signed-in/use-site-locale';
import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import type { Publication } from '@/lib/api/types';
import { FormPlaces } from '../places/form-places';
import { EditorContext } from '../store/editor-context';
import { EditorStore, snapshotOf } from '../store/editor-store';
import { cleanSync } from '../model/sync';
import { useCommands } from './use-commands';

const store = new EditorStore(
  {
    saveDraft: () => Promise.reject(new Error('not asked')),
    saveLocally: jest.fn(),
    fetchDraft: jest.fn(),
    now: () => 0,
    schedule: () => jest.fn(),
  },
  snapshotOf({ work: [{ name: 'Acme' }], meta: { canar: { ids: { work: ['a'] } } } }, cleanSync('"1"'), []),
);

function commandsOf(locale: Locale, publication: Publication | null = null) {
  const ports = {
    publication,
    onImport: jest.fn(),
    onPublish: jest.fn(),
    onExport: jest.fn(),
    onRevisions: jest.fn(),
    onKeys: jest.fn(),
  };
  const places = new FormPlaces();
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <LocaleContext value={locale}>
      <IntlProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
        <EditorContext value={{ store, profileId: 'p1', places }}>{children}</EditorContext>
      </IntlProvider>
    </LocaleContext>
  );
  const { result } = renderHook(() => useCommands(ports), { wrapper });
  return { ports, places, find: (id: string) => result.current.find((command) => command.id === id) };
}

describe('the commands of the palette', () => {
  it('names sections like their cards, in the language of the site', () => {
    expect(commandsOf('en').find('go-work')?.label).toBe('Go to Experience');
    expect(commandsOf('hi').find('go-work')?.label).toContain('कार्य अनुभव');
  });

  it('lead to each entry by its name', () => {
    const { places, find } = commandsOf('en');
    expect(find('entry-work/a')?.label).toBe('Experience: Acme');
    act(() => find('entry-work/a')?.run());
    expect(places.current()).toMatchObject({ wanted: { place: 'work/a' }, pane: 'edit' });
  });

  it('save the edit, show saved edits and the keys', () => {
    const { ports, find } = commandsOf('en');
    const save = jest.fn();
    document.body.innerHTML = '<button id="save-edit"></button>';
    document.getElementById('save-edit')?.addEventListener('click', save);
    for (const id of ['save', 'revisions', 'keys']) act(() => find(id)?.run());
    expect([save, ports.onRevisions, ports.onKeys].map((act) => act.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('opens the publish form', () => {
    const { ports, find } = commandsOf('en');
    act(() => find('publish')?.run());
    expect(ports.onPublish).toHaveBeenCalledTimes(1);
    expect(find('copy')).toBeUndefined();
  });

  it('copies the address of a published page', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const { find } = commandsOf('en', { url: 'https://canar.example/p/lena' } as Publication);
    await act(async () => find('copy')?.run());
    expect(writeText).toHaveBeenCalledWith('https://canar.example/p/lena');
  });
});
