'use client';

import { hiddenByDefault } from '@canar/profile-document';
import { useEffect, useRef } from 'react';
import type { Profile } from '@/lib/api/types';
import { ImportNotice } from '../import/import-notice';
import { FilesCard } from '../files/files-card';
import { controlOf, placeOf } from '../places/find-place';
import { AddSection } from '../sections/add-section';
import { BasicsCard } from '../sections/basics-card';
import { OtherFieldsCard } from '../sections/other-fields-card';
import { SectionCard } from '../sections/section-card';
import { SortableSections } from '../sections/sorting/sortable-sections';
import { useSections } from '../sections/use-sections';
import { useEditor, useFormState } from '../store/editor-context';
import { SectionOutline } from './section-outline';

/** What the profile says: header, files, and the sections in their order. */
export function ContentPane({ profile, className }: { profile: Profile; className?: string }) {
  const { places } = useEditor();
  const sections = useSections();
  const pane = useRef<HTMLDivElement>(null);
  useWantedFocus(pane);
  return (
    <div
      id="edit-pane"
      ref={pane}
      className={className}
      onFocus={(event) => places.edit(placeOf(event.target))}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && places.edit(null)}
    >
      <SectionOutline sections={sections} />
      <div className="flex flex-col gap-3 p-3 pb-24 sm:p-4">
        <ImportNotice />
        <BasicsCard hiddenFields={profile.publication?.hiddenFields ?? hiddenByDefault} />
        <FilesCard profile={profile} />
        <SortableSections sections={sections}>
          {sections.map((section) => (
            <SectionCard key={section.sectionKey} {...section} />
          ))}
        </SortableSections>
        <AddSection />
        <OtherFieldsCard />
      </div>
    </div>
  );
}

/** Gives the focus to the field of the place that is asked for, and brings it into view. */
function useWantedFocus(pane: React.RefObject<HTMLElement | null>): void {
  const wanted = useFormState((state) => state.wanted);
  useEffect(() => {
    if (!wanted || !pane.current) return;
    const control = controlOf(pane.current, wanted.place);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }, [wanted, pane]);
}
