import type { ReactNode } from 'react';
import { Contact, Downloads, Names, Portrait, Summary } from '../parts/header';
import { Sections } from '../parts/sections';
import type { ProfileView } from '../view';

/** A title page and a text block: everything hangs on one centre line, then on one left edge. */
export function ClassicLayout({ view }: { view: ProfileView }): ReactNode {
  return (
    <>
      <header className="cv-head">
        <Portrait view={view} />
        <Names view={view} />
        <Contact view={view} />
        <Downloads view={view} />
      </header>
      <Summary view={view} />
      <Sections view={view} />
    </>
  );
}
