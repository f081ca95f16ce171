'use client';

import { getAuthAddress } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

export const addressKey = ['address'];

/** The address of the account, and whether mail is sent to it. */
export function useAddress() {
  return useQuery({ queryKey: addressKey, queryFn: async () => (await call(getAuthAddress)).data });
}
