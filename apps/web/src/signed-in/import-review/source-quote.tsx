'use client';

import { useTranslations } from 'use-intl';
import { useReviewScreen } from './review-context';

/** Lines of the file as they stand there. */
export function SourceQuote({ lines: numbers }: { lines: readonly number[] }) {
  const text = useTranslations('editor.review');
  const { lines } = useReviewScreen();
  const quoted = numbers.flatMap((number) => lines[number] ?? []);
  const [first] = quoted;
  if (!first) return null;
  const paged = (lines.at(-1)?.page ?? 1) > 1;
  return (
    <blockquote className="border-l-2 border-canary pl-3 text-muted">
      <span className="sr-only">{text('inFile')} </span>
      {quoted.map(({ pointer, text: line }) => (
        <span key={pointer} className="block wrap-anywhere">
          {line}
        </span>
      ))}
      {paged && <span className="figures block text-xs">{text('page', { number: first.page })}</span>}
    </blockquote>
  );
}
