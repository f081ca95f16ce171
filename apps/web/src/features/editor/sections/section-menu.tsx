'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { Field, TextInput } from '@/ui/form/field';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { showToast } from '@/ui/overlay/toast-store';
import { moveSection, removeSection, renameSection, toggleSection } from '@/signed-in/document/edits';
import { kindOf } from '@/signed-in/document/fields';
import { useEditor, useFormState } from '../store/editor-context';
import type { SectionPlace } from './section-place';

/** What can be done with a section: rename, hide, move; one of the owner's own can be deleted. */
export function SectionMenu({ sectionKey, title, hidden, first, last }: SectionPlace) {
  const text = useTranslations('editor.section');
  const { store, places } = useEditor();
  const renaming = useFormState((state) => state.renaming === sectionKey);
  const setRenaming = (open: boolean) => places.rename(open ? sectionKey : null);
  const move = (by: number) => store.edit('sections', (document) => moveSection(document, sectionKey, by));
  return (
    <>
      <Menu
        trigger={
          <IconButton label={text('actions', { title })}>
            <Ellipsis aria-hidden size={18} strokeWidth={1.5} />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setRenaming(true)}>{text('rename')}</MenuItem>
        <MenuItem onSelect={() => store.edit('sections', (document) => toggleSection(document, sectionKey))}>
          {text(hidden ? 'show' : 'hide')}
        </MenuItem>
        <MenuItem disabled={first} onSelect={() => move(-1)}>
          {text('up')}
        </MenuItem>
        <MenuItem disabled={last} onSelect={() => move(1)}>
          {text('down')}
        </MenuItem>
        {kindOf(sectionKey) === 'custom' && <DeleteSection sectionKey={sectionKey} title={title} />}
      </Menu>
      <Dialog open={renaming} onOpenChange={setRenaming} title={text('renameTitle')}>
        <RenameForm sectionKey={sectionKey} title={title} onDone={() => setRenaming(false)} />
      </Dialog>
    </>
  );
}

/** Deletes a section of the owner's own, which one undo brings back. */
function DeleteSection({ sectionKey, title }: Pick<SectionPlace, 'sectionKey' | 'title'>) {
  const text = useTranslations('editor.section');
  const { store } = useEditor();
  const remove = () => {
    store.edit(`${sectionKey}.removed`, (document) => removeSection(document, sectionKey));
    const action = { label: text('undo'), run: () => store.undo() };
    showToast({ tone: 'good', message: text('deleted', { title }), action });
  };
  return (
    <>
      <MenuLine />
      <MenuItem danger onSelect={remove}>
        {text('delete')}
      </MenuItem>
    </>
  );
}

function RenameForm({ sectionKey, title, onDone }: { sectionKey: string; title: string; onDone: () => void }) {
  const text = useTranslations('editor.section');
  const { store } = useEditor();
  const [name, setName] = useState(title);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        store.edit('sections', (document) => renameSection(document, sectionKey, name));
        onDone();
      }}
    >
      <Field label={text('name')}>
        <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <DialogActions>
        <Button type="submit" look="main">
          {text('rename')}
        </Button>
      </DialogActions>
    </form>
  );
}
