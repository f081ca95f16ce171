import {
  getBillingPayments,
  getSubscription,
  getSubscriptionPlans,
  postCreditsTopUp,
  postSubscriptionCancel,
  postSubscriptionCheckout,
  postSubscriptionResume,
} from '@canar/api-client';
import { call } from './http';
import type { Checkout, PaymentPage, Plan, PlanList, Subscription } from './types';

/** The price list. */
export async function fetchPlans(): Promise<PlanList> {
  return (await call(getSubscriptionPlans)).data;
}

/** What the tenant has bought and until when. */
export async function fetchSubscription(): Promise<Subscription> {
  return (await call(getSubscription)).data;
}

/** Opens a checkout for a plan. @throws ApiProblem subscription.exists */
export async function openPlanCheckout(plan: Plan['id'], key: string): Promise<Checkout> {
  const params = { header: { 'Idempotency-Key': key } };
  return (await call(postSubscriptionCheckout, { params, body: { plan } })).data;
}

/** Opens a checkout for top-up packs. @throws ApiProblem subscription.required */
export async function openTopUpCheckout(packs: number, key: string): Promise<Checkout> {
  return (await call(postCreditsTopUp, { params: { header: { 'Idempotency-Key': key } }, body: { packs } })).data;
}

/** Stops the renewal; the period that is paid for runs to its end. */
export async function cancelSubscription(): Promise<Subscription> {
  return (await call(postSubscriptionCancel)).data;
}

/** Takes a cancellation back before the period ends. */
export async function resumeSubscription(): Promise<Subscription> {
  return (await call(postSubscriptionResume)).data;
}

/** Payments, newest first. */
export async function fetchPayments(cursor?: string | null): Promise<PaymentPage> {
  return (await call(getBillingPayments, { params: { query: { cursor: cursor ?? undefined, limit: 20 } } })).data;
}
