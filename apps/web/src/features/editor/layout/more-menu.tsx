'use client';

import { useMutation } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { downloadPdf, downloadText } from '@/lib/api/drafts';
import type { Profile } from '@/lib/api/types';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/menu';
import { saveFile } from '@/ui/save-file';
import { showToast } from '@/ui/toast-store';
import { CommandPalette } from '../palette/command-palette';
import { ImportDialog } from '../import/import-dialog';
import { RevisionsDialog } from '../revisions/revisions-dialog';
import { useEditor } from '../store/editor-context';
import { type ExportFormat, exportFormats } from '../palette/use-commands';

/** Import, exports, saved edits, and the way to anywhere. */
export function MoreMenu({ profile, onPublish }: { profile: Profile; onPublish: () => void }) {
  const text = useTranslations('editor');
  const [dialog, setDialog] = useState<'import' | 'revisions' | null>(null);
  const [palette, setPalette] = useState(false);
  const close = () => setDialog(null);
  const download = useDownload(profile);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={text('more')}>
            <Ellipsis aria-hidden size={18} strokeWidth={1.5} />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setDialog('import')}>{text('import.open')}</MenuItem>
        <MenuItem onSelect={() => setDialog('revisions')}>{text('revisions.open')}</MenuItem>
        <MenuItem onSelect={() => setPalette(true)}>
          {text('palette')} <kbd className="ml-auto pl-6 font-text text-xs text-muted">Ctrl K</kbd>
        </MenuItem>
        <MenuLine />
        <Exports saved={profile.latestRevision !== null} onExport={(format) => download.mutate(format)} />
      </Menu>
      <ImportDialog open={dialog === 'import'} onClose={close} />
      <RevisionsDialog open={dialog === 'revisions'} onClose={close} />
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        publication={profile.publication}
        onPublish={onPublish}
        onImport={() => setDialog('import')}
        onExport={(format) => download.mutate(format)}
      />
    </>
  );
}

function Exports({ saved, onExport }: { saved: boolean; onExport: (format: ExportFormat) => void }) {
  const text = useTranslations('editor.export');
  return (
    <>
      {exportFormats.map((format) => (
        <MenuItem key={format} disabled={!saved} onSelect={() => onExport(format)}>
          {text(format)}
        </MenuItem>
      ))}
      <p className="max-w-52 px-3 pb-2 text-xs text-muted">{text('draftNote')}</p>
    </>
  );
}

function useDownload(profile: Profile) {
  const problemText = useProblemText();
  const { store } = useEditor();
  return useMutation({
    mutationFn: async (format: ExportFormat) => {
      const template = store.current().document.meta?.canar?.design?.template ?? 'classic';
      const file =
        format === 'pdf' ? (await downloadPdf(profile.id, template)).blob : await downloadText(profile.id, format);
      saveFile(file, `${profile.title}.${format}`);
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}
