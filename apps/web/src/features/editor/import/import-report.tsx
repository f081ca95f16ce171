'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import type { Imported } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { DialogActions } from '@/ui/overlay/dialog';
import { Notice } from '@/ui/notice';
import { printable } from '@/signed-in/document/printable';
import { useSectionTitles } from '@/signed-in/document/use-section-titles';

interface Finding {
  pointer: string;
  value: string;
}

interface ImportReportProps {
  imported: Imported;
  onUse: () => void;
  onBack: () => void;
}

/** Sources whose lines are understood by their look and words. */
const texts: ReadonlySet<Imported['source']> = new Set(['pdf', 'docx', 'odt', 'text']);

/** What an import made of a file: what was placed where, what was put right, what found no place. */
export function ImportReport({ imported, onUse, onBack }: ImportReportProps) {
  const text = useTranslations('editor.import');
  const document = imported.document as ProfileDocument;
  const { source, maker, placed, repaired, unplaced, warnings } = imported;
  const name = document.basics?.name ?? text('nameless');
  const clean = repaired.length + unplaced.length + warnings.length === 0;
  return (
    <div className="text-sm">
      <p role="status" className="text-base">
        {text('found', { source: text(`sources.${source}`), sections: placed.length, name })}
      </p>
      {clean && <p className="mt-1 text-muted">{text('clean')}</p>}
      {maker && <p className="mt-1 text-muted">{text('madeBy', { maker: text(`makers.${maker}`) })}</p>}
      {texts.has(source) && (
        <div className="mt-3">
          <Notice>{text('pdfNote')}</Notice>
        </div>
      )}
      <PlacedList placed={placed} document={document} />
      <AllFindings imported={imported} />
      <DialogActions>
        <Button look="bare" onClick={onBack}>
          {text('back')}
        </Button>
        <Button look="main" onClick={onUse}>
          {text('use')}
        </Button>
      </DialogActions>
    </div>
  );
}

function AllFindings({ imported }: { imported: Imported }) {
  const text = useTranslations('editor.import');
  const { unplaced, unplacedOmitted, repaired, repairedOmitted, warnings } = imported;
  const document = imported.document as ProfileDocument;
  return (
    <>
      <Findings
        title={text('unplaced')}
        rows={unplaced.map(({ pointer, value }) => ({ pointer, value: printable(value) }))}
        omitted={unplacedOmitted}
      />
      <Findings
        title={text('unfinished')}
        rows={warnings.map(({ pointer }) => ({ pointer, value: at(document, pointer) }))}
      />
      <Findings
        title={text('repaired')}
        rows={repaired.map(({ pointer, from, to }) => ({ pointer, value: `${printable(from)} → ${printable(to)}` }))}
        omitted={repairedOmitted}
      />
    </>
  );
}

function PlacedList({ placed, document }: { placed: Imported['placed']; document: ProfileDocument }) {
  const text = useTranslations('editor.import');
  const titles = useSectionTitles();
  const own = new Map(document.meta?.canar?.custom?.map(({ key, title }) => [key, title]));
  return (
    <>
      <h3 className="mt-4 text-base">{text('placed')}</h3>
      <ul className="figures mt-1 grid gap-x-4 gap-y-1 text-muted sm:grid-cols-2">
        {placed.map(({ section, count }) => (
          <li key={section}>
            {text(section === 'basics' ? 'placedBasics' : 'placedOf', {
              title: own.get(section) ?? titles([section]),
              count,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface FindingsProps {
  title: string;
  rows: readonly Finding[];
  /** How many others the API does not list. */
  omitted?: number;
}

function Findings({ title, rows, omitted = 0 }: FindingsProps) {
  const text = useTranslations('editor.import');
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-base">
        {title} <span className="figures text-sm text-muted">{rows.length + omitted}</span>
      </h3>
      <ul className="mt-1 border-t border-hairline">
        {rows.map(({ pointer, value }, index) => (
          <li key={index} className="border-b border-hairline py-1.5">
            <code className="text-xs wrap-anywhere text-muted">{pointer}</code>
            <span className="block wrap-anywhere">{value}</span>
          </li>
        ))}
      </ul>
      {omitted > 0 && <p className="mt-1 text-muted">{text('omitted', { count: omitted })}</p>}
    </>
  );
}

/** The value at a JSON Pointer, as a person reads it. */
function at(document: ProfileDocument, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return printable(
    steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document),
  );
}
