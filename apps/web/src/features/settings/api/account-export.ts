'use client';

import { getAccountExport, getAccountExportArchive, postAccountExport, type Schema } from '@canar/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { saveFile } from '@/ui/save-file';

/** The export of everything that is stored of this person. */
export type AccountExport = Schema<'AccountExport'>;

const key = ['account-export'];
const pollMs = 3_000;

/** The state of the export; asked again and again while it is being built. */
export function useAccountExport() {
  return useQuery({
    queryKey: key,
    queryFn: async () => (await call(getAccountExport)).data,
    refetchInterval: ({ state: { data } }) => data?.state === 'building' && pollMs,
  });
}

/** Asks for an export. @throws ApiProblem account-export.too-many */
export function useRequestExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await call(postAccountExport)).data,
    onSuccess: (asked) => client.setQueryData<AccountExport>(key, asked),
  });
}

/** Saves the archive as a file. @throws ApiProblem confirmation.required, account-export.not-ready */
export async function downloadExport(): Promise<void> {
  saveFile((await call(getAccountExportArchive, { parseAs: 'blob' })).data, 'canar-export.zip');
}
