import type { OrderedSection } from '@canar/profile-document';
import type { ReactNode } from 'react';
import { bodyOf, sizeOf, termKinds } from '../entries';
import type { ProfileView } from '../view';
import { Contact, Downloads, Names, Portrait, Summary } from './header';
import { Sections } from './sections';

const shortAtMost = 16;

/** Whether a section is short enough for the side column: only sections of terms are. */
function isShort(section: OrderedSection): boolean {
  if (!termKinds.has(section.kind)) return false;
  return sizeOf(bodyOf(section)) <= shortAtMost;
}

/** The layout of every template: header, summary and sections, in one column or two. */
export function Layout({ view }: { view: ProfileView }): ReactNode {
  const beside = view.columns === 2 ? view.sections.filter(isShort) : [];
  const along = view.sections.filter((section) => !beside.includes(section));
  return (
    <>
      <header className="cv-head">
        <div className="cv-front">
          <Names view={view} />
          <Portrait view={view} />
        </div>
        <Contact view={view} />
        <Downloads view={view} />
      </header>
      {beside.length === 0 ? (
        <>
          <Summary view={view} />
          <Sections view={view} sections={along} />
        </>
      ) : (
        <div className="cv-columns">
          <div className="cv-long">
            <Summary view={view} />
            <Sections view={view} sections={along} />
          </div>
          <div className="cv-short">
            <Sections view={view} sections={beside} />
          </div>
        </div>
      )}
    </>
  );
}
