import type { ProfileDocument } from '@canar/profile-document';
import { render, renderHook } from '@testing-library/react';
import type { Locale } from '@/i18n/locales';
import type { Profile, Publication, Revision } from '@/lib/api/types';
import { pageWrapper } from '@/testing/render-page';
import { cleanSync } from '../model/sync';
import { EditorContext } from '../store/editor-context';
import { FormPlaces } from '../places/form-places';
import { EditorStore, snapshotOf, type EditorPorts, type EditorSnapshot } from '../store/editor-store';

/** A profile with one saved edit and no page; `change` says what is different. */
export function profileWith(change: Partial<Profile> = {}): Profile {
  const profile = { id: 'p1', title: 'For Acme', latestRevision: 1, publication: null, photo: null, cv: null };
  return { ...profile, ...change } as Profile;
}

/** A public page without an end; `change` says what is different. */
export function publicationWith(change: Partial<Publication> = {}): Publication {
  const publication = {
    slug: 'lena',
    url: 'https://canar.example/p/lena',
    visibility: 'public',
    expiresAt: null,
    hiddenFields: ['phone', 'address'],
    showCv: false,
    branded: true,
    legacyTemplate: null,
  };
  return { ...publication, ...change } as Publication;
}

/** A saved edit of long ago; `change` says what is different. */
export function revisionWith(change: Partial<Revision> = {}): Revision {
  const revision = {
    id: `r${change.number ?? 1}`,
    number: 1,
    name: null,
    createdAt: '2026-01-02T03:04:05Z',
    undone: false,
  };
  return { ...revision, undoableUntil: null, ...change } as Revision;
}

/** A store whose drafts are saved at once, without timers. */
export function editorStore(
  document: ProfileDocument = {},
  { snapshot, ...ports }: Partial<EditorPorts> & { snapshot?: Partial<EditorSnapshot> } = {},
): EditorStore {
  return new EditorStore(
    {
      saveDraft: async () => ({ etag: '"2"', warnings: [] }),
      saveLocally: () => undefined,
      fetchDraft: async () => ({ document, etag: '"1"' }),
      now: () => 0,
      schedule: () => () => undefined,
      ...ports,
    },
    { ...snapshotOf(document, cleanSync('"1"'), []), ...snapshot },
  );
}

function editorWrapper(store: EditorStore, locale?: Locale) {
  const page = pageWrapper(locale);
  const places = new FormPlaces();
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <page.wrapper>
      <EditorContext value={{ store, profileId: 'p1', places }}>{children}</EditorContext>
    </page.wrapper>
  );
  return { client: page.client, wrapper, places };
}

/** Renders a component as it stands in the editor of profile `p1`. */
export function renderEditor(ui: React.ReactNode, store = editorStore(), locale?: Locale) {
  const { client, wrapper, places } = editorWrapper(store, locale);
  return { client, store, places, ...render(ui, { wrapper }) };
}

/** Runs a hook as it runs in the editor of profile `p1`. */
export function renderEditorHook<T>(hook: () => T, store = editorStore(), locale?: Locale) {
  const { client, wrapper, places } = editorWrapper(store, locale);
  return { client, store, places, ...renderHook(hook, { wrapper }) };
}
