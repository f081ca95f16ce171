import type { OrderedSection } from '@canar/profile-document';
import { memo, type ReactNode } from 'react';
import { bodyOf, type Quote, type SectionBody, sizeOf, type Term } from '../entries';
import type { ProfileView } from '../view';
import { EntryItem, Tags } from './entry-item';
import { sameParts } from './same-parts';
import { fieldPlace, Prose } from './text';

function Title({ text, place }: { text: string | undefined; place: string | undefined }): ReactNode {
  return text?.trim() ? (
    <h3 className="cv-title" dir="auto" data-place={place}>
      {text.trim()}
    </h3>
  ) : null;
}

/** A term; rendered again only when its text changes. */
const TermItem = memo(function TermItem({ term }: { term: Term }): ReactNode {
  const { place, name, level, tags, from = { name: 'name', level: 'level' } } = term;
  return (
    <li className="cv-term" data-place={place}>
      <Title text={name} place={fieldPlace(place, from.name)} />
      {level?.trim() ? (
        <p className="cv-level" dir="auto" data-place={fieldPlace(place, from.level)}>
          {level.trim()}
        </p>
      ) : null}
      <Tags tags={tags} place={fieldPlace(place, 'keywords')} />
    </li>
  );
}, sameParts);

/** A quotation; rendered again only when its text changes. */
const QuoteItem = memo(function QuoteItem({ quote }: { quote: Quote }): ReactNode {
  const { place, name, text } = quote;
  return (
    <li className="cv-quote" data-place={place}>
      <Title text={name} place={fieldPlace(place, 'name')} />
      {text?.trim() ? (
        <blockquote>
          <Prose text={text} className="cv-prose" place={fieldPlace(place, 'reference')} />
        </blockquote>
      ) : null}
    </li>
  );
}, sameParts);

function items(body: SectionBody, view: ProfileView): ReactNode {
  switch (body.form) {
    case 'entries':
      return body.entries.map((entry, index) => <EntryItem key={entry.place ?? index} entry={entry} view={view} />);
    case 'terms':
      return body.terms.map((term, index) => <TermItem key={term.place ?? index} term={term} />);
    case 'quotes':
      return body.quotes.map((quote, index) => <QuoteItem key={quote.place ?? index} quote={quote} />);
  }
}

interface SectionProps {
  section: OrderedSection;
  view: ProfileView;
}

function DrawnSection({ section, view }: SectionProps): ReactNode {
  const body = bodyOf(section);
  if (sizeOf(body) === 0) return null;
  return (
    <section className={`cv-section cv-${section.kind}`}>
      {section.title ? (
        <h2 className="cv-heading" data-place={view.placeOf('title', section.key)}>
          <bdi>{section.title}</bdi>
        </h2>
      ) : null}
      <ul className={`cv-list cv-list-${body.form}`}>{items(body, view)}</ul>
    </section>
  );
}

/** What the sections of a page have in common: nothing else of the view is shown in them. */
const settingsOf = (view: ProfileView) => [view.locale, view.linkTarget, view.placeOf('section')];

/** A section; rendered again only when its items, its title or its settings are others. */
const Section = memo(
  DrawnSection,
  (before, after) =>
    before.section.items === after.section.items &&
    before.section.title === after.section.title &&
    before.section.kind === after.section.kind &&
    sameParts(before.section.ids, after.section.ids) &&
    sameParts(settingsOf(before.view), settingsOf(after.view)),
);

/** The non-empty sections, in their order. */
export function Sections({ view, sections }: { view: ProfileView; sections: readonly OrderedSection[] }): ReactNode {
  return sections.map((section) => <Section key={section.key} section={section} view={view} />);
}
