import { formatPartialDate, isOngoing, parsePartialDate, presentWord } from '@canar/profile-document';
import type { ReactNode } from 'react';

function Moment({ date, locale }: { date: string; locale: string }): ReactNode {
  const printed = formatPartialDate(date, locale);
  return parsePartialDate(date) ? <time dateTime={date.trim()}>{printed}</time> : printed;
}

/** One date, or a period from start to end; a missing end means that it is ongoing. */
export function Period(props: { start?: string; end?: string; on?: string; locale: string }): ReactNode {
  const { locale } = props;
  const [start, end, on] = [props.start, props.end, props.on].map((date) => date?.trim() || undefined);
  const single = on ?? (start ? undefined : end);
  const same = start && end && formatPartialDate(start, locale) === formatPartialDate(end, locale);
  if (!single && !start) return null;
  return (
    <p className="cv-when">
      {single || same ? (
        <Moment date={single ?? start ?? ''} locale={locale} />
      ) : (
        <>
          <Moment date={start ?? ''} locale={locale} />
          {' – '}
          {end && !isOngoing(end) ? <Moment date={end} locale={locale} /> : presentWord(locale)}
        </>
      )}
    </p>
  );
}
