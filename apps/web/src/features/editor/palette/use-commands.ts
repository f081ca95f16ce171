'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { templates } from '@canar/profile-templates';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Publication } from '@/lib/api/types';
import { localePath } from '@/i18n/locales';
import type { Command } from './commands';
import { idsOf, itemsOf, withValue } from '@/signed-in/document/edits';
import { itemTitle, kindOf } from '@/signed-in/document/fields';
import type { FormPlaces } from '../places/form-places';
import { useSections } from '../sections/use-sections';
import { useDocument, useEditor } from '../store/editor-context';
import { type ExportFormat, exportFormats } from '../api/export-profile';
import { useCopyLink } from '../publish/use-copy-link';

/** What the palette calls for, and what it needs to know of the profile. */
export interface CommandPorts {
  publication: Publication | null;
  onImport: () => void;
  onPublish: () => void;
  onExport: (format: ExportFormat) => void;
  onRevisions: () => void;
  onKeys: () => void;
}

const pages = ['profiles', 'credits', 'billing', 'settings'] as const;

/** Scrolls to a section of the content pane and gives the focus to its first control. */
function goTo(section: string): void {
  const card = document.getElementById(`section-${section}`);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector<HTMLElement>('h2 button, input')?.focus({ preventScroll: true });
}

/** The named entries of a section, each with the way to it. */
function entriesOf(profile: ProfileDocument, places: FormPlaces, section: string, title: string): Command[] {
  const ids = idsOf(profile, section);
  return itemsOf(profile, section).flatMap((item, index) => {
    const name = itemTitle(kindOf(section), item);
    if (!name) return [];
    const place = `${section}/${ids[index]}`;
    return { id: `entry-${place}`, label: `${title}: ${name}`, run: () => places.reveal(place) };
  });
}

/** The pages of the account. */
function usePageCommands(): Command[] {
  const text = useTranslations('editor.keys');
  const locale = useSiteLocale();
  return pages.map((page) => ({
    id: page,
    label: text('page', { page: text(page) }),
    run: () => window.location.assign(localePath(locale, `/${page}/`)),
  }));
}

/** Everything the palette offers: saving, sections and their entries, templates, publishing, the link, import, export, saved edits, steps. */
export function useCommands(ports: CommandPorts): readonly Command[] {
  const { publication, onImport, onPublish, onExport, onRevisions, onKeys } = ports;
  const text = useTranslations('editor');
  const { store, places } = useEditor();
  const profile = useDocument();
  const sections = useSections();
  const copyLink = useCopyLink();
  const pageCommands = usePageCommands();
  const setTemplate = (id: string) =>
    store.edit('design', (current) => withValue(current, ['meta', 'canar', 'design', 'template'], id));
  const go = (id: string, section: string) => ({
    id: `go-${id}`,
    label: text('keys.go', { section }),
    run: () => goTo(id),
  });
  return [
    { id: 'save', label: text('keys.save'), run: () => document.getElementById('save-edit')?.click() },
    go('basics', text('basics.title')),
    go('files', text('files.title')),
    ...sections.map(({ sectionKey, title }) => go(sectionKey, title)),
    ...sections.flatMap(({ sectionKey, title }) => entriesOf(profile, places, sectionKey, title)),
    ...templates.map(({ id, name }) => ({
      id: `template-${id}`,
      label: text('keys.template', { name }),
      run: () => setTemplate(id),
    })),
    { id: 'publish', label: text(publication ? 'publish.titleLive' : 'publish.open'), run: onPublish },
    ...(publication ? [{ id: 'copy', label: text('publish.copy'), run: () => void copyLink(publication.url) }] : []),
    { id: 'import', label: text('import.open'), run: onImport },
    ...exportFormats.map((id) => ({ id, label: text(`export.${id}`), run: () => onExport(id) })),
    { id: 'revisions', label: text('revisions.open'), run: onRevisions },
    { id: 'undo', label: text('undo'), run: () => store.undo() },
    { id: 'redo', label: text('redo'), run: () => store.redo() },
    { id: 'keys', label: text('shortcuts.title'), run: onKeys },
    ...pageCommands,
  ];
}
