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
    now: () => 0,
    schedule: () => jest.fn(),
  },
  snapshotOf({ work: [{ name: 'Acme' }] }, cleanSync('"1"'), []),
);

function commandsOf(locale: Locale, publication: Publication | null = null) {
  const ports = { publication, onImport: jest.fn(), onPublish: jest.fn(), onExport: jest.fn() };
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <LocaleContext value={locale}>
      <IntlProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
        <EditorContext value={{ store, profileId: 'p1', places: new FormPlaces() }}>{children}</EditorContext>
      </IntlProvider>
    </LocaleContext>
  );
  const { result } = renderHook(() => useCommands(ports), { wrapper });
  return { ports, find: (id: string) => result.current.find((command) => command.id === id) };
}

describe('the commands of the palette', () => {
  it('name the sections as the cards beside them do, in the language of the site', () => {
    expect(commandsOf('en').find('go-work')?.label).toBe('Go to Experience');
    expect(commandsOf('hi').find('go-work')?.label).toContain('कार्य अनुभव');
  });

  it('open the form that publishes', () => {
    const { ports, find } = commandsOf('en');
    act(() => find('publish')?.run());
    expect(ports.onPublish).toHaveBeenCalledTimes(1);
    expect(find('copy')).toBeUndefined();
  });

  it('copy the address of a page that is up', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const { find } = commandsOf('en', { url: 'https://canar.example/p/lena' } as Publication);
    await act(async () => find('copy')?.run());
    expect(writeText).toHaveBeenCalledWith('https://canar.example/p/lena');
  });
});
