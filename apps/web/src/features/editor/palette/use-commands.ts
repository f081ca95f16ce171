'use client';

import { templates } from '@canar/profile-templates';
import { useTranslations } from 'use-intl';
import type { Publication } from '@/lib/api/types';
import type { Command } from './commands';
import { withValue } from '../model/edits';
import { useSections } from '../sections/use-sections';
import { useEditor } from '../store/editor-context';
import { type ExportFormat, exportFormats } from '../api/export-profile';
import { useCopyLink } from '../publish/use-copy-link';

/** What the palette calls for, and what it needs to know of the profile. */
export interface CommandPorts {
  publication: Publication | null;
  onImport: () => void;
  onPublish: () => void;
  onExport: (format: ExportFormat) => void;
}

/** Scrolls to a section of the content pane and gives the focus to its first control. */
function goTo(section: string): void {
  const card = document.getElementById(`section-${section}`);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector<HTMLElement>('h2 button, input')?.focus({ preventScroll: true });
}

/** Everything the palette offers: sections, templates, publishing, the link, import, export, undo, redo. */
export function useCommands({ publication, onImport, onPublish, onExport }: CommandPorts): readonly Command[] {
  const text = useTranslations('editor');
  const { store } = useEditor();
  const sections = useSections();
  const copyLink = useCopyLink();
  const setTemplate = (id: string) =>
    store.edit('design', (current) => withValue(current, ['meta', 'canar', 'design', 'template'], id));
  const go = (id: string, section: string) => ({
    id: `go-${id}`,
    label: text('keys.go', { section }),
    run: () => goTo(id),
  });
  return [
    go('basics', text('basics.title')),
    go('files', text('files.title')),
    ...sections.map(({ sectionKey, title }) => go(sectionKey, title)),
    ...templates.map(({ id, name }) => ({
      id: `template-${id}`,
      label: text('keys.template', { name }),
      run: () => setTemplate(id),
    })),
    { id: 'publish', label: text(publication ? 'publish.titleLive' : 'publish.open'), run: onPublish },
    ...(publication ? [{ id: 'copy', label: text('publish.copy'), run: () => void copyLink(publication.url) }] : []),
    { id: 'import', label: text('import.open'), run: onImport },
    ...exportFormats.map((id) => ({ id, label: text(`export.${id}`), run: () => onExport(id) })),
    { id: 'undo', label: text('undo'), run: () => store.undo() },
    { id: 'redo', label: text('redo'), run: () => store.redo() },
  ];
}
