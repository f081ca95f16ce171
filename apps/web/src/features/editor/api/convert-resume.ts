'use client';

import { postProfilesByIdImport } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { useEditor } from '../store/editor-context';

const bodySerializer = (body: unknown) => body as FormData;

/**
 * Turns a file (JSON Resume, a CV in PDF, a LinkedIn data export) or a parsed JSON Resume into a document; the draft itself
 * is unchanged. Problems: file.type, file.too-large, import.pdf-unreadable, import.pdf-without-text, import.archive,
 * document.invalid.
 */
export function useConvertResume() {
  const { profileId: id } = useEditor();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async (source: unknown) => {
      if (!(source instanceof File)) return (await call(postProfilesByIdImport, { params, body: source })).data;
      const form = new FormData();
      form.append('file', source);
      return (await call(postProfilesByIdImport, { params, body: form, bodySerializer })).data;
    },
  });
}
