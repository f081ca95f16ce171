'use client';

import { getProfilesByIdPublicationQrPng, getProfilesByIdPublicationQrSvg } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { useProblemText } from '@/signed-in/use-problem-text';
import { saveFile } from '@/ui/save-file';
import { showToast } from '@/ui/overlay/toast-store';

const operations = { svg: getProfilesByIdPublicationQrSvg, png: getProfilesByIdPublicationQrPng };

/** Saves the QR code of a page's address as a file. */
export function useDownloadQrCode(id: string, slug: string) {
  const problemText = useProblemText();
  return useMutation({
    mutationFn: async (format: keyof typeof operations) => {
      const { data } = await call(operations[format], { params: { path: { id } }, parseAs: 'blob' });
      saveFile(data, `${slug}.${format}`);
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}
