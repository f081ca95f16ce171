'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { CommandPalette } from '../palette/command-palette';
import { ImportDialog } from '../import/import-dialog';
import { RevisionsDialog } from '../revisions/revisions-dialog';
import { type ExportFormat, exportFormats, useExportProfile } from '../api/export-profile';

/** Import, exports, saved edits, and the way to anywhere. */
export function MoreMenu({ profile, onPublish }: { profile: Profile; onPublish: () => void }) {
  const text = useTranslations('editor');
  const [dialog, setDialog] = useState<'import' | 'revisions' | null>(null);
  const [palette, setPalette] = useState(false);
  const close = () => setDialog(null);
  const exportProfile = useExportProfile(profile);
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
        <Exports saved={profile.latestRevision !== null} onExport={(format) => exportProfile.mutate(format)} />
      </Menu>
      <ImportDialog open={dialog === 'import'} onClose={close} />
      <RevisionsDialog open={dialog === 'revisions'} onClose={close} />
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        publication={profile.publication}
        onPublish={onPublish}
        onImport={() => setDialog('import')}
        onExport={(format) => exportProfile.mutate(format)}
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
