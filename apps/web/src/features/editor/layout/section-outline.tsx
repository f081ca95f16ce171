'use client';

import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { basicsCompleteness, type Completeness, sectionCompleteness } from '../model/completeness';
import type { SectionPlace } from '../sections/section-place';
import { useEditor, useEditorState } from '../store/editor-context';

/** The parts of the profile, how far each is written, and the way to it; it stays at the top of the form. */
export function SectionOutline({ sections }: { sections: readonly SectionPlace[] }) {
  const text = useTranslations('editor.outline');
  const list = useId();
  const [open, setOpen] = useState(false);
  const shown = sections.filter(({ hidden }) => !hidden);
  const written = useEditorState(
    ({ document }) =>
      [
        basicsCompleteness(document),
        ...shown.map(({ sectionKey }) => sectionCompleteness(document, sectionKey)),
      ].filter((completeness) => completeness === 'complete').length,
  );
  return (
    <nav
      aria-label={text('label')}
      className="sticky top-0 z-10 border-b border-hairline bg-paper/95 px-3 backdrop-blur-sm sm:px-4"
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
        className="flex min-h-10 w-full items-center gap-2 text-sm"
      >
        <OutlineHead open={open} written={written} count={shown.length + 1} />
      </button>
      <ul id={list} hidden={!open} className="max-h-[50dvh] overflow-y-auto pb-2">
        {open &&
          [{ sectionKey: 'basics', title: text('basics') }, ...shown].map(({ sectionKey, title }) => (
            <OutlineLine key={sectionKey} section={sectionKey} title={title} onGo={() => setOpen(false)} />
          ))}
      </ul>
    </nav>
  );
}

interface OutlineHeadProps {
  open: boolean;
  written: number;
  count: number;
}

/** What the outline says while it is folded: how many parts are complete, of how many. */
function OutlineHead({ open, written, count }: OutlineHeadProps) {
  const text = useTranslations('editor.outline');
  return (
    <>
      <ChevronRight
        aria-hidden
        size={16}
        strokeWidth={1.5}
        className={clsx('shrink-0 transition-transform duration-150', open && 'rotate-90')}
      />
      <span className="font-medium">{text('open')}</span>
      <span aria-hidden className="h-1.5 min-w-8 grow overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-leaf" style={{ width: `${(100 * written) / count}%` }} />
      </span>
      <span className="figures shrink-0 text-xs text-muted">{text('written', { written, count })}</span>
    </>
  );
}

interface OutlineLineProps {
  section: string;
  title: string;
  onGo: () => void;
}

function OutlineLine({ section, title, onGo }: OutlineLineProps) {
  const text = useTranslations('editor.outline');
  const { places } = useEditor();
  const completeness = useEditorState(({ document }) =>
    section === 'basics' ? basicsCompleteness(document) : sectionCompleteness(document, section),
  );
  const go = () => {
    onGo();
    places.reveal(section);
  };
  return (
    <li>
      <button
        type="button"
        onClick={go}
        className="flex min-h-9 w-full items-center gap-2.5 rounded-control px-1.5 text-left text-sm hover:bg-sunken"
      >
        <Dot completeness={completeness} />
        <span className="min-w-0 grow truncate">{title}</span>
        <span className="shrink-0 text-xs text-muted">{text(completeness)}</span>
      </button>
    </li>
  );
}

/** A ring, a half-filled and a filled circle: distinguishable without colour. */
function Dot({ completeness }: { completeness: Completeness }) {
  return (
    <span aria-hidden className="relative size-2.5 shrink-0 overflow-hidden rounded-full border border-leaf text-leaf">
      <span
        className={clsx(
          'absolute inset-y-0 left-0 bg-current',
          { empty: 'w-0', begun: 'w-1/2', complete: 'w-full' }[completeness],
        )}
      />
    </span>
  );
}
