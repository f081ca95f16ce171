'use client';

import { designOf, type ProfileDocument } from '@canar/profile-document';
import { ProfilePage, profileCss } from '@canar/profile-templates';
import { memo, useMemo } from 'react';
import type { HiddenField, Photo } from '@/lib/api/types';
import { ShadowFrame } from './shadow-frame';

interface PagePreviewProps {
  document: ProfileDocument;
  template: string;
  photo?: Photo | null;
  /** contact details that the page keeps back: no picture of a page shows them either */
  hiddenFields: readonly HiddenField[];
  /** shows the place of each line, and is called with the page once it is drawn */
  onPage?: (root: ShadowRoot) => () => void;
}

/** The public page, drawn by the component that the API draws it with, untouched by the site's own styles. */
export const PagePreview = memo(function PagePreview(props: PagePreviewProps) {
  const { document, template, photo, hiddenFields, onPage } = props;
  const { accent, font, spacing, photo: photoForm } = designOf(document);
  const css = useMemo(
    () => profileCss(template, { accent, font, spacing, photo: photoForm }),
    [template, accent, font, spacing, photoForm],
  );
  return (
    <ShadowFrame css={css} onRoot={onPage}>
      <ProfilePage
        document={document}
        templateId={template}
        photo={photo ?? undefined}
        hiddenFields={hiddenFields}
        linkTarget="_blank"
        theme="light"
        places={onPage !== undefined}
      />
    </ShadowFrame>
  );
});
