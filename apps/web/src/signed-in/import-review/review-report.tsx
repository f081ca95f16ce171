'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Imported } from '@/lib/api/types';
import { Notice } from '@/ui/notice';
import { valueAt } from '../document/edits';
import { printable } from '../document/printable';
import { pathOf } from './pointers';
import { openCount, type Review } from './review';
import { useReviewScreen } from './review-context';
import { inOneLine } from './use-value-name';

/** What file was read, and how much of it waits for its owner. */
export function ReviewState({ imported, review }: { imported: Imported; review: Review }) {
  const text = useTranslations('editor.review');
  const found = useTranslations('editor.import');
  const { source, maker, placed } = imported;
  const { doubts, leftovers } = openCount(review);
  const name = (imported.document as ProfileDocument).basics?.name ?? found('nameless');
  const cut = imported.unplaced.some(({ reason }) => reason === 'pdf.too-long');
  const start = useRef<HTMLParagraphElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <>
      <p ref={start} tabIndex={-1} className="text-base outline-none">
        {found('found', { source: found(`sources.${source}`), sections: placed.length, name })}
      </p>
      {maker && <p className="mt-1 text-muted">{found('madeBy', { maker: found(`makers.${maker}`) })}</p>}
      <p role="status" className="mt-2 font-medium">
        {text('state', { doubts, leftovers })}
      </p>
      {cut && (
        <div className="mt-3">
          <Notice tone="bad">{text('cut')}</Notice>
        </div>
      )}
    </>
  );
}

/** What was put into another form while it was read. */
export function Repairs({ imported: { repaired, repairedOmitted } }: { imported: Imported }) {
  const text = useTranslations('editor.import');
  const { review, names } = useReviewScreen();
  const nameAt = (pointer: string) =>
    valueAt(review.document, pathOf(pointer)) === undefined ? pointer : inOneLine(names.nameOf(pointer));
  if (repaired.length === 0) return null;
  return (
    <details className="mt-5">
      <summary className="cursor-pointer font-medium">
        {text('repaired')}{' '}
        <span className="figures text-xs font-normal text-muted">{repaired.length + repairedOmitted}</span>
      </summary>
      <ul className="mt-1 border-t border-hairline">
        {repaired.map(({ pointer, from, to }, index) => (
          <li key={index} className="border-b border-hairline py-1.5">
            <span className="block text-xs wrap-anywhere text-muted">{nameAt(pointer)}</span>
            <span className="block wrap-anywhere">{`${printable(from)} → ${printable(to)}`}</span>
          </li>
        ))}
      </ul>
      {repairedOmitted > 0 && <Omitted count={repairedOmitted} />}
    </details>
  );
}

/** How many others are not listed. */
export function Omitted({ count }: { count: number }) {
  const text = useTranslations('editor.import');
  return <p className="mt-1 text-muted">{text('omitted', { count })}</p>;
}
