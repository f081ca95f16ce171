import type { OrderedSection } from '@canar/profile-document';
import type { ReactNode } from 'react';
import { bodyOf, type Quote, type SectionBody, sizeOf, type Term } from '../entries';
import type { ProfileView } from '../view';
import { EntryItem, Tags } from './entry-item';
import { Prose } from './text';

function TermItem({ term }: { term: Term }): ReactNode {
  return (
    <li className="cv-term">
      {term.name?.trim() ? (
        <h3 className="cv-title" dir="auto">
          {term.name.trim()}
        </h3>
      ) : null}
      {term.level?.trim() ? (
        <p className="cv-level" dir="auto">
          {term.level.trim()}
        </p>
      ) : null}
      <Tags tags={term.tags} />
    </li>
  );
}

function QuoteItem({ quote }: { quote: Quote }): ReactNode {
  return (
    <li className="cv-quote">
      {quote.name?.trim() ? (
        <h3 className="cv-title" dir="auto">
          {quote.name.trim()}
        </h3>
      ) : null}
      {quote.text?.trim() ? (
        <blockquote>
          <Prose text={quote.text} className="cv-prose" />
        </blockquote>
      ) : null}
    </li>
  );
}

function items(body: SectionBody, view: ProfileView): ReactNode {
  switch (body.form) {
    case 'entries':
      return body.entries.map((entry, index) => <EntryItem key={index} entry={entry} view={view} />);
    case 'terms':
      return body.terms.map((term, index) => <TermItem key={index} term={term} />);
    case 'quotes':
      return body.quotes.map((quote, index) => <QuoteItem key={index} quote={quote} />);
  }
}

/** The non-empty sections, in their order. */
export function Sections({ view, sections }: { view: ProfileView; sections: readonly OrderedSection[] }): ReactNode {
  return sections.map((section) => {
    const body = bodyOf(section);
    if (sizeOf(body) === 0) return null;
    return (
      <section key={section.key} className={`cv-section cv-${section.kind}`}>
        {section.title ? (
          <h2 className="cv-heading">
            <bdi>{section.title}</bdi>
          </h2>
        ) : null}
        <ul className={`cv-list cv-list-${body.form}`}>{items(body, view)}</ul>
      </section>
    );
  });
}
