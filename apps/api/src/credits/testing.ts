import { v7 as newId } from 'uuid';
import type { TestApp } from '../test-app';
import { GrantCredits, type NewGrant } from './use-cases/grant-credits';
import { Entitlements, type Feature } from './entitlements';
import type { TenantId } from '../platform/ids/ids';
import type { LedgerRule } from './domain/ledger-fault';
import type { Holdings } from './persistence/statement.repository';
import { ReadBalance } from './use-cases/read-balance';
import { VerifyLedger } from './use-cases/verify-ledger';

const day = 86_400_000;

/** Puts credits into a tenant's account. */
export function grantCredits(
  { app, clock }: TestApp,
  tenantId: TenantId,
  fields: Partial<NewGrant> = {},
): Promise<boolean> {
  const expiresAt = new Date(clock.now().getTime() + 33 * day);
  return app
    .get(GrantCredits)
    .execute({ tenantId, source: 'plan', reference: newId(), amount: 500, expiresAt, ...fields });
}

/** Lets a tenant edit until a number of days from now, by a plan with these features. */
export function allowEditing(
  { app, clock }: TestApp,
  tenantId: TenantId,
  days = 33,
  features: Feature[] = [],
): Promise<void> {
  const startsAt = clock.now();
  const editUntil = new Date(startsAt.getTime() + days * day);
  return app.get(Entitlements).replace(tenantId, [{ tenantId, plan: 'basic', startsAt, editUntil, features }]);
}

/** Verifies a tenant's ledger. @returns the rules that it breaks, each once */
export async function brokenRules({ app }: TestApp, tenantId: TenantId): Promise<LedgerRule[]> {
  const faults = await app.get(VerifyLedger).execute(tenantId);
  return [...new Set(faults.map(({ rule }) => rule))];
}

/** What a tenant can spend now, by expiry. */
export async function expiringCredits({ app }: TestApp, tenantId: TenantId): Promise<Holdings['expiring']> {
  return (await app.get(ReadBalance).execute(tenantId)).expiring;
}

export type { Credits, EntryPage } from './dto/credits.dto';
