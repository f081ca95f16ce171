'use client';

import { changedSections, type ProfileDocument } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { PagePreview } from '../preview/page-preview';
import { useEditor, useEditorState } from '../store/editor-context';
import { useSectionTitles } from '../use-section-titles';

/** Both sides of a draft that was changed in two places; either can be gone on with, neither is lost. */
export function ConflictDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('editor.conflict');
  const { store } = useEditor();
  const mine = useEditorState(({ document }) => document);
  const theirs = useEditorState(({ sync }) => sync.theirs?.document ?? null);
  const titles = useSectionTitles();
  if (!theirs) return null;
  const choose = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={text('title')}
      description={text('body')}
      wide
    >
      <p className="mb-4 text-sm font-medium">{text('differs', { sections: titles(changedSections(mine, theirs)) })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side
          title={text('mine')}
          document={mine}
          action={text('keepMine')}
          onChoose={choose(() => store.chooseMine())}
        />
        <Side
          title={text('theirs')}
          document={theirs}
          action={text('keepTheirs')}
          onChoose={choose(() => store.chooseTheirs())}
        />
      </div>
    </Dialog>
  );
}

interface SideProps {
  title: string;
  document: ProfileDocument;
  action: string;
  onChoose: () => void;
}

function Side({ title, document, action, onChoose }: SideProps) {
  return (
    <section>
      <h3 className="mb-2 text-lg">{title}</h3>
      <div className="h-72 overflow-y-auto rounded-control border border-hairline">
        <div className="w-[calc(100%/0.5)] origin-top-left scale-50">
          <PagePreview document={document} template={document.meta?.canar?.design?.template ?? 'classic'} />
        </div>
      </div>
      <Button look="solid" className="mt-3 w-full" onClick={onChoose}>
        {action}
      </Button>
    </section>
  );
}
