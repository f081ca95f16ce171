'use client';

import {
  getOperatorAudit,
  getOperatorTenantsByIdCredits,
  postAuthConfirm,
  postOperatorAccountsByIdBlock,
  postOperatorAccountsByIdEndSessions,
  postOperatorAccountsByIdLiftSuppression,
  postOperatorAccountsByIdResendVerification,
  postOperatorAccountsByIdUnblock,
  postOperatorAccountsFind,
  postOperatorGrants,
  type Schema,
} from '@canar/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { idempotencyKeys } from '@/lib/idempotency-keys';

/** The state of an account, as operators see it. */
export type OperatedAccount = Schema<'OperatedAccount'>;

/** The query key of what operators did. */
export const actsKey = ['operator', 'acts'];

/** The query key of what a tenant can spend. */
export const creditsKey = (tenantId: string) => ['operator', 'credits', tenantId];

const changes = {
  block: postOperatorAccountsByIdBlock,
  unblock: postOperatorAccountsByIdUnblock,
  endSessions: postOperatorAccountsByIdEndSessions,
  resendVerification: postOperatorAccountsByIdResendVerification,
  liftSuppression: postOperatorAccountsByIdLiftSuppression,
} as const;

/** What an operator can do to an account, beside granting credits. */
export type AccountChange = keyof typeof changes;

/** Finds an account by its exact address, or by its id. @throws ApiProblem not-found, operator.second-factor, confirmation.required */
export async function findAccount(name: string, reason: string): Promise<OperatedAccount> {
  const body = name.includes('@') ? { email: name, reason } : { id: name, reason };
  return (await call(postOperatorAccountsFind, { body })).data;
}

/** Does something to an account. @throws ApiProblem confirmation.required, operator.own-account, account.released */
export async function changeAccount(change: AccountChange, id: string, reason: string): Promise<void> {
  await call(changes[change], { params: { path: { id } }, body: { reason } });
}

/** Grants credits to a tenant; tried again, it grants once. @throws ApiProblem confirmation.required */
export async function grantCredits(body: Schema<'OperatorGrantBody'>): Promise<void> {
  const act = `operator-grant:${JSON.stringify(body)}`;
  await idempotencyKeys.run(act, async (key) => {
    await call(postOperatorGrants, { params: { header: { 'Idempotency-Key': key } }, body });
  });
}

/** What a tenant can spend. */
export function useTenantCredits(id: string) {
  return useQuery({
    queryKey: creditsKey(id),
    queryFn: async () => (await call(getOperatorTenantsByIdCredits, { params: { path: { id } } })).data,
  });
}

/** What operators did, newest first, page by page. */
export function useOperatorActs() {
  return useInfiniteQuery({
    queryKey: actsKey,
    queryFn: async ({ pageParam }) =>
      (await call(getOperatorAudit, { params: { query: { cursor: pageParam, limit: 20 } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Gives a code of the operator's second factor. @throws ApiProblem second-factor.wrong, second-factor.too-many */
export async function confirmByCode(code: string): Promise<void> {
  await call(postAuthConfirm, { body: { code } });
}
