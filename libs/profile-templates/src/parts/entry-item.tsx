import { scoreText } from '@canar/profile-document';
import type { ReactNode } from 'react';
import type { Entry } from '../entries';
import type { ProfileView } from '../view';
import { Period } from './period';
import { MaybeLink, Prose } from './text';

function filled(texts: readonly (string | undefined)[] | undefined): string[] {
  return (texts ?? []).filter((text): text is string => Boolean(text?.trim()));
}

/** Key words in one line, which runs as the page does: each word is isolated, so the line has no direction of its own to find. */
export function Tags({ tags, label }: { tags: readonly string[] | undefined; label?: string }): ReactNode {
  const words = filled(tags);
  if (words.length === 0) return null;
  return (
    <p className="cv-tags">
      {label ? <span className="cv-label">{`${label}: `}</span> : null}
      {words.map((word, index) => (
        <span key={index}>
          {index > 0 ? ', ' : ''}
          <bdi>{word}</bdi>
        </span>
      ))}
    </p>
  );
}

function Organization({ entry, view }: { entry: Entry; view: ProfileView }): ReactNode {
  const place = entry.place?.trim();
  const name = entry.organization?.trim();
  if (!place && !name) return null;
  return (
    <p className="cv-org" dir="auto">
      {name ? (
        <span className="cv-org-name">
          <MaybeLink url={entry.organizationUrl} target={view.linkTarget}>
            {name}
          </MaybeLink>
        </span>
      ) : null}
      {name && place ? <span className="cv-sep">{', '}</span> : null}
      {place ? <span className="cv-place">{place}</span> : null}
    </p>
  );
}

function Points({ points }: { points: readonly string[] | undefined }): ReactNode {
  const lines = filled(points);
  if (lines.length === 0) return null;
  return (
    <ul className="cv-points">
      {lines.map((line, index) => (
        <li key={index} dir="auto">
          {line.trim()}
        </li>
      ))}
    </ul>
  );
}

/** A dated entry: title, place, dates and text. */
export function EntryItem({ entry, view }: { entry: Entry; view: ProfileView }): ReactNode {
  return (
    <li className="cv-entry">
      {entry.title?.trim() ? (
        <h3 className="cv-title" dir="auto">
          <MaybeLink url={entry.titleUrl} target={view.linkTarget}>
            {entry.title.trim()}
          </MaybeLink>
        </h3>
      ) : null}
      <Organization entry={entry} view={view} />
      <Period start={entry.start} end={entry.end} on={entry.on} locale={view.locale} />
      <div className="cv-body">
        {filled([entry.score && scoreText(entry.score, view.locale), ...(entry.notes ?? [])]).map((note, index) => (
          <p key={index} className="cv-note" dir="auto">
            {note.trim()}
          </p>
        ))}
        <Prose text={entry.summary} className="cv-prose" />
        <Points points={entry.points} />
        <Tags tags={entry.tags} label={entry.tagsAre && view.words[entry.tagsAre]} />
      </div>
    </li>
  );
}
