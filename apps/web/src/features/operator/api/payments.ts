'use client';

import {
  getOperatorTenantsByIdGrants,
  getOperatorTenantsByIdPayments,
  getOperatorUnmatchedPayments,
  postOperatorTenantsByIdRefunds,
  postOperatorTenantsByIdTakeBacks,
  postOperatorTenantsByIdUnmatchedPaymentsByPaymentExplain,
  type Schema,
} from '@canar/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { idempotencyKeys } from '@/lib/idempotency-keys';

/** A payment, as operators see it. */
export type OperatedPayment = Schema<'OperatedPayment'>;

/** Captured money that bought nothing. */
export type UnmatchedPayment = Schema<'UnmatchedPayment'>;

/** What operators have granted to a tenant. */
export type OperatorGrantUse = Schema<'OperatorGrantUse'>;

/** The query key of everything about money that an operator sees. */
export const moneyKey = ['operator', 'money'];

/** Refunds a payment; tried again, it refunds once. @throws ApiProblem refund.too-large, refund.rejected, confirmation.required */
export async function refundPayment(
  tenantId: string,
  body: Schema<'RefundBody'>,
): Promise<Schema<'RefundResult'>['status']> {
  return idempotencyKeys.run(`operator-refund:${tenantId}:${JSON.stringify(body)}`, async (key) => {
    const params = { path: { id: tenantId }, header: { 'Idempotency-Key': key } };
    return (await call(postOperatorTenantsByIdRefunds, { params, body })).data.status;
  });
}

/** Takes back what is left of a grant; tried again, it takes once. @throws ApiProblem confirmation.required */
export async function takeBackCredits(tenantId: string, body: Schema<'OperatorTakeBackBody'>): Promise<void> {
  await idempotencyKeys.run(`operator-take-back:${tenantId}:${JSON.stringify(body)}`, async (key) => {
    const params = { path: { id: tenantId }, header: { 'Idempotency-Key': key } };
    await call(postOperatorTenantsByIdTakeBacks, { params, body });
  });
}

/** Closes a payment that bought nothing. @throws ApiProblem not-found, confirmation.required */
export async function explainPayment(tenantId: string, payment: string, reason: string): Promise<void> {
  const params = { path: { id: tenantId, payment } };
  await call(postOperatorTenantsByIdUnmatchedPaymentsByPaymentExplain, { params, body: { reason } });
}

/** A tenant's payments, newest first, page by page. */
export function useOperatedPayments(tenantId: string) {
  return useInfiniteQuery({
    queryKey: [...moneyKey, 'payments', tenantId],
    queryFn: async ({ pageParam }) => {
      const params = { path: { id: tenantId }, query: { cursor: pageParam, limit: 20 } };
      return (await call(getOperatorTenantsByIdPayments, { params })).data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What operators have granted to a tenant, the newest first. */
export function useOperatorGrants(tenantId: string) {
  return useQuery({
    queryKey: [...moneyKey, 'grants', tenantId],
    queryFn: async () => (await call(getOperatorTenantsByIdGrants, { params: { path: { id: tenantId } } })).data.grants,
  });
}

/** The money of all tenants that waits for an operator, newest first, page by page. */
export function useUnmatchedPayments() {
  return useInfiniteQuery({
    queryKey: [...moneyKey, 'unmatched'],
    queryFn: async ({ pageParam }) =>
      (await call(getOperatorUnmatchedPayments, { params: { query: { cursor: pageParam, limit: 20 } } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}
