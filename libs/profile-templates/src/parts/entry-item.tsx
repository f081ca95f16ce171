import { scoreText } from '@canar/profile-document';
import { memo, type ReactNode } from 'react';
import type { Entry } from '../entries';
import type { ProfileView } from '../view';
import { Period } from './period';
import { sameParts } from './same-parts';
import { fieldPlace, MaybeLink, Prose } from './text';

/** The texts that are not blank, with their indexes. */
function filled(texts: readonly (string | undefined)[] | undefined): { text: string; index: number }[] {
  return (texts ?? []).flatMap((text, index) => (text?.trim() ? [{ text, index }] : []));
}

interface TagsProps {
  tags: readonly string[] | undefined;
  place: string | undefined;
  label?: string;
}

/** Key words in one line, which runs as the page does: each word is isolated, so the line has no direction of its own to find. */
export function Tags({ tags, place, label }: TagsProps): ReactNode {
  const words = filled(tags);
  if (words.length === 0) return null;
  return (
    <p className="cv-tags" data-place={place}>
      {label ? <span className="cv-label">{`${label}: `}</span> : null}
      {words.map(({ text, index }, position) => (
        <span key={index} data-place={fieldPlace(place, index)}>
          {position > 0 ? ', ' : ''}
          <bdi>{text}</bdi>
        </span>
      ))}
    </p>
  );
}

function Organization({ entry, target }: { entry: Entry; target?: '_blank' }): ReactNode {
  const location = entry.location?.trim();
  const name = entry.organization?.trim();
  if (!location && !name) return null;
  return (
    <p className="cv-org" dir="auto">
      {name ? (
        <span className="cv-org-name" data-place={fieldPlace(entry.place, entry.from.organization ?? 'organization')}>
          <MaybeLink url={entry.organizationUrl} target={target}>
            {name}
          </MaybeLink>
        </span>
      ) : null}
      {name && location ? <span className="cv-sep">{', '}</span> : null}
      {location ? (
        <span className="cv-place" data-place={fieldPlace(entry.place, 'location')}>
          {location}
        </span>
      ) : null}
    </p>
  );
}

function Points({ entry }: { entry: Entry }): ReactNode {
  const lines = filled(entry.points);
  if (lines.length === 0) return null;
  return (
    <ul className="cv-points">
      {lines.map(({ text, index }) => (
        <li key={index} dir="auto" data-place={fieldPlace(entry.place, 'highlights', index)}>
          {text.trim()}
        </li>
      ))}
    </ul>
  );
}

function Notes({ entry, locale }: { entry: Entry; locale: string }): ReactNode {
  const score = { text: entry.score && scoreText(entry.score, locale), field: 'score' };
  return [score, ...(entry.notes ?? [])].map(({ text, field }) =>
    text?.trim() ? (
      <p key={field} className="cv-note" dir="auto" data-place={fieldPlace(entry.place, field)}>
        {text.trim()}
      </p>
    ) : null,
  );
}

interface EntryItemProps {
  entry: Entry;
  view: ProfileView;
}

function DrawnEntry({ entry, view }: EntryItemProps): ReactNode {
  const { place, from } = entry;
  return (
    <li className="cv-entry" data-place={place}>
      {entry.title?.trim() ? (
        <h3 className="cv-title" dir="auto" data-place={fieldPlace(place, from.title ?? 'name')}>
          <MaybeLink url={entry.titleUrl} target={view.linkTarget}>
            {entry.title.trim()}
          </MaybeLink>
        </h3>
      ) : null}
      <Organization entry={entry} target={view.linkTarget} />
      <Period entry={entry} locale={view.locale} />
      <div className="cv-body">
        <Notes entry={entry} locale={view.locale} />
        <Prose text={entry.summary} className="cv-prose" place={fieldPlace(place, from.summary ?? 'summary')} />
        <Points entry={entry} />
        <Tags
          tags={entry.tags}
          place={fieldPlace(place, from.tags ?? 'keywords')}
          label={entry.tagsAre && view.words[entry.tagsAre]}
        />
      </div>
    </li>
  );
}

/** A dated entry: title, place, dates and text. Rendered again only when one of them changes. */
export const EntryItem = memo(
  DrawnEntry,
  (before, after) =>
    before.view.locale === after.view.locale &&
    before.view.linkTarget === after.view.linkTarget &&
    sameParts(before.entry, after.entry),
);
