'use client';

import { clsx } from 'clsx';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Imported } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { DoubtList } from './doubt-list';
import { LeftoverList } from './leftover-list';
import { placeOf } from './pointers';
import { ReadSections } from './read-sections';
import { ReviewContext, useReviewScreen } from './review-context';
import { Omitted, Repairs, ReviewState } from './review-report';
import { SourceLines } from './source-lines';
import type { ReviewSteps } from './use-review';
import { useValueNames } from './use-value-name';

type Pane = 'read' | 'file';

interface ReviewPanesProps {
  imported: Imported;
  steps: ReviewSteps;
}

/** What was read beside the lines of the file; one of them at a time on a phone. */
export function ReviewPanes({ imported, steps }: ReviewPanesProps) {
  const [pane, setPane] = useState<Pane>('read');
  const [selected, select] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const names = useValueNames(steps.review.document);
  const { lines } = imported;
  const edit = (pointer: string) => {
    const { field, entry } = placeOf(steps.review.document, pointer);
    const whole = entry !== null && ['keywords', 'roles'].includes(field) ? pointer.replace(/\/\d+$/, '') : pointer;
    setPane('read');
    requestAnimationFrame(() => showField(root.current, whole));
  };
  return (
    <ReviewContext value={{ ...steps, names, lines, selected, select }}>
      <div ref={root} className="text-sm">
        <ReviewState imported={imported} review={steps.review} />
        {lines.length === 0 ? (
          <div className="mt-4">
            <ReadPane imported={imported} />
          </div>
        ) : (
          <>
            <PaneSwitch pane={pane} onPane={setPane} />
            <div className="mt-4 lg:grid lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:gap-8">
              <div className={clsx(pane !== 'read' && 'hidden lg:block')}>
                <ReadPane imported={imported} />
              </div>
              <FilePane imported={imported} shown={pane === 'file'} onEdit={edit} />
            </div>
          </>
        )}
      </div>
    </ReviewContext>
  );
}

/** Opens the entry of a field and gives it the focus. */
function showField(root: HTMLElement | null, pointer: string): void {
  const field = root?.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}

function PaneSwitch({ pane, onPane }: { pane: Pane; onPane: (pane: Pane) => void }) {
  const text = useTranslations('editor.review.panes');
  return (
    <div role="group" aria-label={text('label')} className="mt-4 flex gap-2 lg:hidden">
      {(['read', 'file'] as const).map((name) => (
        <Button
          key={name}
          size="small"
          look={pane === name ? 'solid' : 'quiet'}
          aria-pressed={pane === name}
          onClick={() => onPane(name)}
        >
          {text(name)}
        </Button>
      ))}
    </div>
  );
}

interface FilePaneProps {
  imported: Imported;
  /** on a phone, where one pane is shown */
  shown: boolean;
  onEdit: (pointer: string) => void;
}

function FilePane({ imported: { linesOmitted }, shown, onEdit }: FilePaneProps) {
  const text = useTranslations('editor.review.panes');
  return (
    <section
      aria-label={text('file')}
      className={clsx('lg:sticky lg:top-0 lg:block lg:self-start', !shown && 'hidden')}
    >
      <h3 className="hidden text-base lg:block">{text('file')}</h3>
      <div className="lg:mt-2 lg:max-h-[58dvh] lg:overflow-y-auto lg:rounded-surface lg:border lg:border-hairline lg:bg-paper lg:px-2">
        <SourceLines onEdit={onEdit} />
        {linesOmitted > 0 && <Omitted count={linesOmitted} />}
      </div>
    </section>
  );
}

function ReadPane({ imported }: { imported: Imported }) {
  const text = useTranslations('editor.review');
  const { doubts, leftovers } = useReviewScreen().review;
  return (
    <>
      {doubts.length > 0 && (
        <section className="mb-6" aria-label={text('doubts')}>
          <h3 className="text-base">{text('doubts')}</h3>
          <DoubtList />
        </section>
      )}
      {leftovers.length > 0 && (
        <section className="mb-6" aria-label={text('leftovers')}>
          <h3 className="text-base">{text('leftovers')}</h3>
          <p className="text-muted">{text('leftoversBody')}</p>
          <LeftoverList />
        </section>
      )}
      {imported.unplacedOmitted > 0 && <Omitted count={imported.unplacedOmitted} />}
      <h3 className="text-base">{text('panes.read')}</h3>
      <ReadSections />
      <Repairs imported={imported} />
    </>
  );
}
