import type { ReactNode } from 'react';
import { Contact, Downloads, Names, Portrait, Summary } from '../parts/header';
import { Sections } from '../parts/sections';
import type { ProfileView } from '../view';

/** A grid of two columns: titles and dates hang in the narrow one, what they are about stands in the wide one. */
export function ModernLayout({ view }: { view: ProfileView }): ReactNode {
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
      <Summary view={view} />
      <Sections view={view} />
    </>
  );
}
