'use client';

import { getCreditsEntriesCsv, getCreditsEntriesJson } from '@canar/api-client';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { saveFile } from '@/ui/save-file';

const operations = { csv: getCreditsEntriesCsv, json: getCreditsEntriesJson };

/** Saves the whole statement as a file. */
export function useDownloadEntries() {
  return useMutation({
    mutationFn: async (format: keyof typeof operations) =>
      saveFile((await call(operations[format], { parseAs: 'blob' })).data, `canar-credits.${format}`),
  });
}
