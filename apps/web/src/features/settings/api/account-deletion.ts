'use client';

import { deleteAccount, getAccountDeletion, type Schema } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** What is lost with the account, and until when deletion can be undone. */
export type AccountDeletion = Schema<'AccountDeletion'>;

/** What is lost with the account. */
export function useAccountDeletion() {
  return useQuery({ queryKey: ['account-deletion'], queryFn: async () => (await call(getAccountDeletion)).data });
}

/** Asks for the deletion of the account; every session ends. @throws ApiProblem confirmation.required, account.last-owner */
export async function requestDeletion(): Promise<void> {
  await call(deleteAccount);
}
