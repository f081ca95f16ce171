'use client';

import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { Profile } from '@/lib/api/types';
import { IconButton } from '@/ui/button';
import { PublishButton } from '../publish/publish-button';
import { DraftState } from '../changes/draft-state';
import { MoreMenu } from './more-menu';
import { SaveEdit } from '../revisions/save-edit';
import { useEditor, useEditorState } from '../store/editor-context';
import { UndoEdit } from '../revisions/undo-edit';

/** The editor's head: the way back, title and draft state, undo and redo, and the acts: publish, save. */
export function EditorHeader({ profile }: { profile: Profile }) {
  const text = useTranslations('editor');
  const locale = useSiteLocale();
  const [publishing, setPublishing] = useState(false);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-hairline px-3 py-1.5 sm:min-h-16 sm:py-2 lg:flex-nowrap lg:px-4">
      <Link
        href={localePath(locale, '/profiles/')}
        aria-label={text('back')}
        title={text('back')}
        className="grid size-9 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
      >
        <ArrowLeft aria-hidden size={18} strokeWidth={1.5} />
      </Link>
      <div className="min-w-0 grow basis-0 lg:mr-2">
        <h1 className="truncate text-lg leading-tight">{profile.title}</h1>
        <DraftState />
      </div>
      <UndoRedo />
      <MoreMenu profile={profile} onPublish={() => setPublishing(true)} />
      <PublishButton profile={profile} open={publishing} onOpenChange={setPublishing} />
      <SaveEdit />
      <UndoEdit className="w-full lg:hidden" />
    </header>
  );
}

function UndoRedo() {
  const text = useTranslations('editor');
  const { store } = useEditor();
  const steps = useEditorState(({ history }) => history.past.length);
  const forward = useEditorState(({ history }) => history.future.length);
  return (
    <div className="flex max-sm:hidden">
      <IconButton label={text('undo')} disabled={steps === 0} onClick={() => store.undo()}>
        <Undo2 aria-hidden size={18} strokeWidth={1.5} />
      </IconButton>
      <IconButton label={text('redo')} disabled={forward === 0} onClick={() => store.redo()}>
        <Redo2 aria-hidden size={18} strokeWidth={1.5} />
      </IconButton>
    </div>
  );
}
