'use client';

import { getTenants, type Schema } from '@canar/api-client';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';

/** An organisation for which this person may act. */
export type Organisation = Schema<'Tenant'>;

/** The query key of the organisations. */
export const organisationsKey = ['tenants'];

/** The organisations of this person. */
export function useOrganisations() {
  return useQuery({ queryKey: organisationsKey, queryFn: async () => (await call(getTenants)).data.tenants });
}
