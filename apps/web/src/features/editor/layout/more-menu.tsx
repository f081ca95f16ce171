'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { CommandPalette } from '../palette/command-palette';
import { PhoneActions } from './phone-actions';
import { useEditorKeys } from './use-editor-keys';
import { type ExportFormat, exportFormats, useExportProfile } from '../api/export-profile';

const ImportDialog = lazy(() => import('../import/import-dialog').then((module) => ({ default: module.ImportDialog })));
const KeysDialog = lazy(() => import('./keys-dialog').then((module) => ({ default: module.KeysDialog })));
const RevisionsDialog = lazy(() =>
  import('../revisions/revisions-dialog').then((module) => ({ default: module.RevisionsDialog })),
);

type MenuDialog = 'import' | 'revisions' | 'keys';

/** Import, exports, saved edits, and the way to anywhere. */
export function MoreMenu({ profile, onPublish }: { profile: Profile; onPublish: () => void }) {
  const text = useTranslations('editor');
  const [dialog, setDialog] = useState<MenuDialog | null>(null);
  const [palette, setPalette] = useState(false);
  const close = () => setDialog(null);
  const exportProfile = useExportProfile(profile);
  useEditorKeys(useCallback(() => setDialog('keys'), []));
  return (
    <>
      <Menu
        trigger={
          <IconButton label={text('more')}>
            <Ellipsis aria-hidden size={18} strokeWidth={1.5} />
          </IconButton>
        }
      >
        <PhoneActions publication={profile.publication} onPublish={onPublish} />
        <Ways onOpen={setDialog} onPalette={() => setPalette(true)} />
        <MenuLine />
        <Exports saved={profile.latestRevision !== null} onExport={(format) => exportProfile.mutate(format)} />
      </Menu>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        publication={profile.publication}
        onPublish={onPublish}
        onImport={() => setDialog('import')}
        onExport={(format) => exportProfile.mutate(format)}
        onRevisions={() => setDialog('revisions')}
        onKeys={() => setDialog('keys')}
      />
      <Suspense>
        {dialog === 'import' && <ImportDialog onClose={close} />}
        {dialog === 'revisions' && <RevisionsDialog onClose={close} />}
        {dialog === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </>
  );
}

interface WaysProps {
  onOpen: (dialog: MenuDialog) => void;
  onPalette: () => void;
}

function Ways({ onOpen, onPalette }: WaysProps) {
  const text = useTranslations('editor');
  return (
    <>
      <MenuItem onSelect={() => onOpen('import')}>{text('import.open')}</MenuItem>
      <MenuItem onSelect={() => onOpen('revisions')}>{text('revisions.open')}</MenuItem>
      <MenuItem onSelect={onPalette}>
        {text('palette')} <kbd className="ml-auto pl-6 font-text text-xs text-muted pointer-coarse:hidden">Ctrl K</kbd>
      </MenuItem>
      <MenuItem onSelect={() => onOpen('keys')} className="pointer-coarse:hidden">
        {text('shortcuts.title')} <kbd className="ml-auto pl-6 font-text text-xs text-muted">?</kbd>
      </MenuItem>
    </>
  );
}

interface ExportsProps {
  saved: boolean;
  onExport: (format: ExportFormat | 'draft') => void;
}

function Exports({ saved, onExport }: ExportsProps) {
  const text = useTranslations('editor.export');
  return (
    <>
      <MenuItem onSelect={() => onExport('draft')}>{text('draft')}</MenuItem>
      {exportFormats.map((format) => (
        <MenuItem key={format} disabled={!saved} onSelect={() => onExport(format)}>
          {text(format)}
        </MenuItem>
      ))}
      <p className="max-w-52 px-3 pb-2 text-xs text-muted">{text('draftNote')}</p>
    </>
  );
}
