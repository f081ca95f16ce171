'use client';

import { getProfilesByIdExportByForm } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Profile } from '@/lib/api/types';
import { useProblemText } from '@/signed-in/use-problem-text';
import { saveFile } from '@/ui/save-file';
import { showToast } from '@/ui/overlay/toast-store';
import { useEditor } from '../store/editor-context';
import { exportPdf } from '@/signed-in/api/export-pdf';

/** The formats a saved edit is exported to. */
export const exportFormats = ['pdf', 'docx', 'md', 'json', 'vcf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Saves the latest saved edit, or the PDF of the draft, as a file named by the profile's title. */
export function useExportProfile({ id, title }: Profile) {
  const problemText = useProblemText();
  const { store } = useEditor();
  return useMutation({
    mutationFn: async (format: ExportFormat | 'draft') => {
      if (format === 'draft') {
        await store.flush();
        return saveFile((await exportPdf(id, 'draft')).blob, `${title}.pdf`);
      }
      const file =
        format === 'pdf'
          ? (await exportPdf(id)).blob
          : (await call(getProfilesByIdExportByForm, { params: { path: { id, form: format } }, parseAs: 'blob' })).data;
      return saveFile(file, `${title}.${format}`);
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}
