'use client';

import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Status } from '@/ui/status';
import { linesNear, readingsOf, type ReviewDoubt, settle, write } from './review';
import { useReviewScreen } from './review-context';
import { SourceQuote } from './source-quote';
import { inOneLine } from './use-value-name';
import { ValueField } from './value-field';

/** The fields that the reader was not sure of, each beside the lines of the file. */
export function DoubtList() {
  const { review } = useReviewScreen();
  return (
    <ul className="mt-2 flex flex-col gap-3">
      {review.doubts.map((doubt) => (
        <Doubt key={doubt.pointer} doubt={doubt} />
      ))}
    </ul>
  );
}

function Doubt({ doubt: { pointer, reason, settled } }: { doubt: ReviewDoubt }) {
  const text = useTranslations('editor.review');
  const { review, names } = useReviewScreen();
  const name = names.nameOf(pointer);
  const full = inOneLine(name);
  return (
    <li className="flex flex-col gap-2 rounded-control border border-hairline p-3">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-medium wrap-anywhere">{[name.section, name.entry].filter(Boolean).join(' · ')}</span>
        <Status tone={settled ? 'good' : 'bright'}>{settled ? text('settled') : text(`reasons.${reason}`)}</Status>
      </p>
      <SourceQuote lines={linesNear(review, pointer)} />
      <ValueField pointer={pointer} full={full} />
      {!settled && <Answers pointer={pointer} name={full} />}
    </li>
  );
}

/** The readings of a date whose day and month nothing decides, and that a value is right as it is. */
function Answers({ pointer, name }: { pointer: string; name: string }) {
  const text = useTranslations('editor.review');
  const format = useFormatter();
  const { review, change } = useReviewScreen();
  return (
    <div className="flex flex-wrap gap-2">
      {readingsOf(review, pointer).map((date) => (
        <Button key={date} size="small" onClick={() => change((now) => write(now, pointer, date))}>
          {format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' })}
        </Button>
      ))}
      <Button size="small" aria-label={text('rightOf', { name })} onClick={() => change((now) => settle(now, pointer))}>
        <Check aria-hidden size={14} strokeWidth={1.5} />
        {text('right')}
      </Button>
    </div>
  );
}
