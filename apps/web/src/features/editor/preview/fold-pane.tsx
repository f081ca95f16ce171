'use client';

import { PanelLeft, PanelRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import type { SidePane } from '../places/form-places';
import { useEditor, useFormState } from '../store/editor-context';

const icons = { edit: PanelLeft, design: PanelRight };

/** Folds a pane beside the preview, and opens it again. */
export function FoldPane({ pane, className }: { pane: SidePane; className: string }) {
  const text = useTranslations('editor.panes');
  const { places } = useEditor();
  const folded = useFormState((state) => state.folded.has(pane));
  const Icon = icons[pane];
  return (
    <IconButton
      label={text(`fold.${pane}`)}
      aria-expanded={!folded}
      aria-controls={`${pane}-pane`}
      onClick={() => places.togglePane(pane)}
      className={className}
    >
      <Icon aria-hidden size={18} strokeWidth={1.5} />
    </IconButton>
  );
}
