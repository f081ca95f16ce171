import { fireEvent, screen, waitFor } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { Subscription } from '@/lib/api/types';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi, type StubResponse } from '@/testing/stub-api';
import { PlanState } from './plan-state';

const { billing: text, problems } = messagesOf('en');
const plans = { plans: [{ id: 'basic', price: { amount: 199_900 } }], topUp: {} };

function open(status: Subscription['status'], routes: Record<string, StubResponse> = {}) {
  const api = stubApi({ 'GET /subscription/plans': { body: plans }, ...routes });
  const plan = status === 'none' ? null : 'basic';
  const subscription = { status, plan, periodEnd: '2026-03-01T00:00:00Z', daysLeft: 5 } as Subscription;
  renderPage(<PlanState subscription={subscription} />);
  return api;
}

describe('PlanState', () => {
  it.each(['active', 'past_due'] as const)('offers to cancel a plan that is %s', (status) => {
    open(status);
    expect(screen.getByRole('button', { name: text.cancel })).toBeTruthy();
    expect(screen.queryByRole('button', { name: text.resume })).toBeNull();
  });

  it.each(['active', 'past_due'] as const)('offers to pay for the next period of a plan that is %s', (status) => {
    open(status);
    expect(screen.getByRole('link', { name: text.renew }).getAttribute('href')).toMatch(/^\/plans\/?$/);
  });

  it.each(['none', 'expired', 'pending'] as const)('leads to the plans when the plan is %s', (status) => {
    open(status);
    expect(screen.getByRole('link', { name: text.see }).getAttribute('href')).toMatch(/^\/plans\/?$/);
    expect(screen.queryByRole('button', { name: text.cancel })).toBeNull();
  });

  it.each(['active', 'cancelling'] as const)('leads to another plan when the plan is %s', (status) => {
    open(status);
    expect(screen.getByRole('link', { name: text.changePlan }).getAttribute('href')).toMatch(/^\/plans\/?$/);
  });

  it('offers no other plan while the next period is paid', () => {
    stubApi({ 'GET /subscription/plans': { body: plans } });
    const next = { plan: 'basic', periodStart: '2026-03-01T00:00:00Z', periodEnd: '2026-03-31T00:00:00Z' };
    const running = { status: 'active', plan: 'basic', periodEnd: '2026-03-01T00:00:00Z', daysLeft: 5, next };
    renderPage(<PlanState subscription={running as Subscription} />);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says since when a dispute suspends the plan', () => {
    stubApi({ 'GET /subscription/plans': { body: plans } });
    const suspendedSince = '2026-02-20T00:00:00Z';
    const running = { status: 'active', plan: 'basic', periodEnd: '2026-03-01T00:00:00Z', daysLeft: 5 };
    renderPage(<PlanState subscription={{ ...running, suspendedSince } as Subscription} />);
    expect(screen.getByRole('alert').textContent).toContain('disputed the payment of this plan on 20 Feb');
  });

  it('cancels only after the question is confirmed', async () => {
    const api = open('active', { 'POST /subscription/cancel': { body: { status: 'cancelling' } } });
    fireEvent.click(screen.getByRole('button', { name: text.cancel }));
    expect(await screen.findByRole('dialog')).toBeTruthy();
    expect(api.sent('POST /subscription/cancel')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: text.cancelConfirm }));
    expect(await screen.findByText(/^The plan ends on /)).toBeTruthy();
    expect(api.sent('POST /subscription/cancel')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('resumes a cancelled plan at once', async () => {
    const api = open('cancelling', { 'POST /subscription/resume': { body: { status: 'active' } } });
    fireEvent.click(screen.getByRole('button', { name: text.resume }));
    expect(await screen.findByText(text.resumed)).toBeTruthy();
    expect(api.sent('POST /subscription/resume')).toHaveLength(1);
  });

  it('shows why a plan could not be resumed', async () => {
    open('cancelling', { 'POST /subscription/resume': problem(409, 'subscription.none') });
    fireEvent.click(screen.getByRole('button', { name: text.resume }));
    expect(await screen.findByText(problems.subscription_none)).toBeTruthy();
  });
});
