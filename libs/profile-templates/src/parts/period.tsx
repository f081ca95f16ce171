import { formatPartialDate, isOngoing, parsePartialDate, presentWord } from '@canar/profile-document';
import type { ReactNode } from 'react';
import type { Entry } from '../entries';
import { fieldPlace } from './text';

function Moment({ date, locale, place }: { date: string; locale: string; place?: string }): ReactNode {
  const printed = formatPartialDate(date, locale);
  if (!parsePartialDate(date)) return printed;
  return (
    <time dateTime={date.trim()} data-place={place}>
      {printed}
    </time>
  );
}

/** One date, or a period from start to end; a missing end means that it is ongoing. */
export function Period({ entry, locale }: { entry: Entry; locale: string }): ReactNode {
  const [start, end, on] = [entry.start, entry.end, entry.on].map((date) => date?.trim() || undefined);
  const single = on ?? (start ? undefined : end);
  const same = start && end && formatPartialDate(start, locale) === formatPartialDate(end, locale);
  if (!single && !start) return null;
  const field = on ? (entry.from.on ?? 'date') : start ? 'startDate' : 'endDate';
  return (
    <p className="cv-when" data-place={fieldPlace(entry.place, field)}>
      {single || same ? (
        <Moment date={single ?? start ?? ''} locale={locale} />
      ) : (
        <>
          <Moment date={start ?? ''} locale={locale} />
          {' – '}
          {end && !isOngoing(end) ? (
            <Moment date={end} locale={locale} place={fieldPlace(entry.place, 'endDate')} />
          ) : (
            presentWord(locale)
          )}
        </>
      )}
    </p>
  );
}
