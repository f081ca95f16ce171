import { request } from './http';
import type { Checkout, PaymentPage, Plan, PlanList, Subscription } from './types';

/** The price list. */
export async function fetchPlans(): Promise<PlanList> {
  return (await request<PlanList>('GET', '/subscription/plans')).data;
}

/** What the tenant has bought and until when. */
export async function fetchSubscription(): Promise<Subscription> {
  return (await request<Subscription>('GET', '/subscription')).data;
}

/** Opens a checkout for a plan. @throws ApiProblem subscription.exists */
export async function openPlanCheckout(plan: Plan['id'], idempotencyKey: string): Promise<Checkout> {
  return (await request<Checkout>('POST', '/subscription/checkout', { body: { plan }, idempotencyKey })).data;
}

/** Opens a checkout for top-up packs. @throws ApiProblem subscription.required */
export async function openTopUpCheckout(packs: number, idempotencyKey: string): Promise<Checkout> {
  return (await request<Checkout>('POST', '/credits/top-up', { body: { packs }, idempotencyKey })).data;
}

/** Stops the renewal; the period that is paid for runs to its end. */
export async function cancelSubscription(): Promise<Subscription> {
  return (await request<Subscription>('POST', '/subscription/cancel')).data;
}

/** Takes a cancellation back before the period ends. */
export async function resumeSubscription(): Promise<Subscription> {
  return (await request<Subscription>('POST', '/subscription/resume')).data;
}

/** Payments, newest first. */
export async function fetchPayments(cursor: string | null): Promise<PaymentPage> {
  return (await request<PaymentPage>('GET', '/billing/payments', { query: { cursor, limit: 20 } })).data;
}
