'use client';

import { designOf, type ProfileDocument } from '@canar/profile-document';
import { ProfilePage, profileCss } from '@canar/profile-templates';
import { useMemo } from 'react';
import type { HiddenField, Photo } from '@/lib/api/types';
import { ShadowFrame } from './shadow-frame';

interface PagePreviewProps {
  document: ProfileDocument;
  template: string;
  photo?: Photo | null;
  hiddenFields?: readonly HiddenField[];
}

/** The public page, drawn by the component that the API draws it with, untouched by the site's own styles. */
export function PagePreview({ document, template, photo, hiddenFields }: PagePreviewProps) {
  const { accent, font, spacing, photo: photoForm } = designOf(document);
  const css = useMemo(
    () => profileCss(template, { accent, font, spacing, photo: photoForm }),
    [template, accent, font, spacing, photoForm],
  );
  return (
    <ShadowFrame css={css}>
      <ProfilePage
        document={document}
        templateId={template}
        photo={photo ?? undefined}
        hiddenFields={hiddenFields}
        linkTarget="_blank"
        theme="light"
      />
    </ShadowFrame>
  );
}
