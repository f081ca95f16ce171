'use client';

import { hiddenByDefault, orderedSections } from '@canar/profile-document';
import { useMemo } from 'react';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Profile } from '@/lib/api/types';
import { ImportNotice } from '../import/import-notice';
import { FilesCard } from '../files/files-card';
import { BasicsCard } from '../sections/basics-card';
import { SectionCard } from '../sections/section-card';
import { SortableSections } from '../sections/sortable-sections';
import { useDocument } from '../store/editor-context';

/** What the profile says: header, files, and the sections in their order. */
export function ContentPane({ profile, className }: { profile: Profile; className?: string }) {
  const locale = useSiteLocale();
  const document = useDocument();
  const sections = useMemo(() => orderedSections(document, document.meta?.canar?.locale ?? locale), [document, locale]);
  return (
    <div id="edit-pane" className={className}>
      <div className="flex flex-col gap-3 p-3 pb-24 sm:p-4">
        <ImportNotice />
        <BasicsCard hiddenFields={profile.publication?.hiddenFields ?? hiddenByDefault} />
        <FilesCard profile={profile} />
        <SortableSections keys={sections.map(({ key }) => key)}>
          {sections.map((section, index) => (
            <SectionCard
              key={section.key}
              sectionKey={section.key}
              title={section.title}
              hidden={section.hidden}
              count={section.items.length}
              first={index === 0}
              last={index === sections.length - 1}
            />
          ))}
        </SortableSections>
      </div>
    </div>
  );
}
