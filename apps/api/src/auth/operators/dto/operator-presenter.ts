import type { SuppressionReason } from '../../../platform/mail/suppressed-addresses';
import type { AccountState } from '../persistence/operated-account.repository';
import type { StoredOperatorAct } from '../persistence/operator.repository';
import type { OperatedAccount, OperatorAct } from './operator.dto';

/** Renders the state of an account. @param suppression why no mail is sent to its address */
export function toOperatedAccount(state: AccountState, suppression: SuppressionReason | null): OperatedAccount {
  const { user, releasedAt, secondFactorSince, isOperator, sessions, tenants } = state;
  const { id, email, name, locale, createdAt, emailVerifiedAt, blockedAt } = user;
  return {
    id,
    email,
    name,
    locale,
    createdAt: createdAt.toISOString(),
    emailVerified: emailVerifiedAt !== null,
    suppression,
    blockedAt: blockedAt?.toISOString() ?? null,
    releasedAt: releasedAt?.toISOString() ?? null,
    secondFactorSince: secondFactorSince?.toISOString() ?? null,
    operator: isOperator,
    sessions,
    tenants: tenants.map((tenant) => ({ ...tenant, closedAt: tenant.closedAt?.toISOString() ?? null })),
  };
}

/** Renders one act of an operator. */
export function toOperatorAct({ exactAt: _, at, ...act }: StoredOperatorAct): OperatorAct {
  return { ...act, at: at.toISOString() };
}
