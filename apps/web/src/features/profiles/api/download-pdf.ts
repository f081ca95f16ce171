'use client';

import { useMutation } from '@tanstack/react-query';
import type { Profile } from '@/lib/api/types';
import { exportPdf } from '@/signed-in/api/export-pdf';
import { useProblemText } from '@/signed-in/use-problem-text';
import { showToast } from '@/ui/overlay/toast-store';
import { saveFile } from '@/ui/save-file';

/** Saves the PDF of the latest saved edit, or of the draft where nothing is saved, as a file named by the title. */
export function useDownloadPdf({ id, title, latestRevision }: Profile) {
  const problemText = useProblemText();
  return useMutation({
    mutationFn: async () =>
      saveFile((await exportPdf(id, latestRevision === null ? 'draft' : undefined)).blob, `${title}.pdf`),
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}
