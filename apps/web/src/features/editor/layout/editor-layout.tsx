'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { ConflictBar } from '../changes/conflict-bar';
import { MergeNotice } from '../changes/merge-notice';
import { ContentPane } from './content-pane';
import { DesignPane } from '../design/design-pane';
import { EditorHeader } from './editor-header';
import { PreviewPane } from '../preview/preview-pane';
import { LegacyLookNotice } from '../publish/legacy-look-notice';
import { panes, type Pane } from '../places/form-places';
import { useEditor, useFormState } from '../store/editor-context';

/** The editor's three panes side by side; on a phone one at a time, chosen by tabs. */
export function EditorLayout({ profile }: { profile: Profile }) {
  const { places } = useEditor();
  const pane = useFormState((state) => state.pane);
  const folded = useFormState((state) => state.folded);
  return (
    <div className="flex h-dvh flex-col">
      <EditorHeader profile={profile} />
      <ConflictBar />
      <MergeNotice />
      <LegacyLookNotice profile={profile} />
      <PaneTabs pane={pane} onChange={places.showPane} />
      <main className="flex min-h-0 grow">
        <ContentPane
          profile={profile}
          className={clsx(
            'relative w-full min-w-0 scroll-pt-12 overflow-y-auto lg:w-[26rem] lg:shrink-0 xl:w-[28rem]',
            pane !== 'edit' && 'max-lg:hidden',
            folded.has('edit') && 'lg:hidden',
          )}
        />
        <PreviewPane
          profile={profile}
          className={clsx(
            'min-w-0 grow border-hairline bg-sunken lg:border-x',
            pane !== 'preview' && 'max-lg:hidden',
            pane === 'design' && 'lg:max-xl:hidden',
          )}
        />
        <DesignPane
          className={clsx(
            'relative w-full overflow-y-auto xl:w-72 xl:shrink-0',
            pane !== 'design' && 'max-xl:hidden',
            folded.has('design') && 'xl:hidden',
          )}
        />
      </main>
    </div>
  );
}

function PaneTabs({ pane, onChange }: { pane: Pane; onChange: (pane: Pane) => void }) {
  const text = useTranslations('editor.panes');
  return (
    <nav aria-label={text('label')} className="grid grid-cols-3 border-b border-hairline xl:hidden">
      {panes.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={pane === name}
          onClick={() => onChange(name)}
          className={clsx(
            'border-b-2 py-2 text-sm font-medium',
            pane === name ? 'border-ink' : 'border-transparent text-muted',
          )}
        >
          {text(name)}
        </button>
      ))}
    </nav>
  );
}
