'use client';

import { getBillingInvoicesByIdPdf } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import type { Invoice } from '@/lib/api/types';
import { saveFile } from '@/ui/save-file';

/** Saves an invoice or a credit note as PDF, under its number. */
export function useDownloadInvoice(onError: (error: Error) => void) {
  return useMutation({
    mutationFn: async ({ id, number }: Invoice) => {
      const { data } = await call(getBillingInvoicesByIdPdf, { params: { path: { id } }, parseAs: 'blob' });
      saveFile(data, `${number.replaceAll('/', '-')}.pdf`);
    },
    onError,
  });
}
