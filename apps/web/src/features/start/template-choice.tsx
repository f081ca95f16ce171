'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { ProfilePage, profileCss, templates } from '@canar/profile-templates';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

interface TemplateChoiceProps {
  document: ProfileDocument;
  disabled: boolean;
  onChoose: (template: string) => void;
}

/** Every template with the owner's own words in it. */
export function TemplateChoice({ document, disabled, onChoose }: TemplateChoiceProps) {
  const text = useTranslations('start.look');
  const brief = useMemo(() => beginningOf(document), [document]);
  return (
    <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 lg:grid-cols-4">
      {templates.map(({ id, name }) => (
        <li key={id} className="group relative">
          <div
            inert
            aria-hidden
            className="h-52 overflow-hidden rounded-surface border border-hairline bg-[#fffefb] transition-[border-color,translate] duration-200 ease-out group-hover:-translate-y-0.5 group-hover:border-edge sm:h-72"
          >
            <style>{profileCss(id, brief.meta?.canar?.design)}</style>
            <div className="w-[calc(100%/0.32)] origin-top-left scale-[0.32]">
              <ProfilePage document={brief} templateId={id} theme="light" />
            </div>
          </div>
          <button
            type="button"
            disabled={disabled}
            aria-label={text('choose', { name })}
            onClick={() => onChoose(id)}
            className="mt-2 block w-full rounded-control text-left font-medium after:absolute after:inset-0"
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** As much of a document as a small picture shows. */
function beginningOf({ basics, work, education, skills, meta }: ProfileDocument): ProfileDocument {
  return { basics, work: work?.slice(0, 2), education: education?.slice(0, 2), skills: skills?.slice(0, 6), meta };
}
