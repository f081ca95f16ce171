'use client';

import { useMutation } from '@tanstack/react-query';
import { saveDraft } from '@/signed-in/api/save-draft';
import type { StoredDraft } from './api/create-draft';

/** Puts a template into the draft. Problems: 412 when the draft was changed elsewhere. */
export function useChooseTemplate({ profileId, document, etag }: StoredDraft, onSuccess: () => void) {
  return useMutation({
    mutationFn: (template: string) => {
      const { meta } = document;
      const canar = { ...meta?.canar, design: { ...meta?.canar?.design, template } };
      return saveDraft(profileId, { ...document, meta: { ...meta, canar } }, etag);
    },
    onSuccess,
  });
}
