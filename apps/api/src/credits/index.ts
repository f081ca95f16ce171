export { subscriptionRequired } from './credits.errors';
export type { Charge, Reversal } from './domain/charge';
export { CreditsModule } from './credits.module';
export { readLedgerHeads } from './persistence/ledger-heads';
export { CreditCharges } from './use-cases/credit-charges';
export { type Entitlement, Entitlements } from './use-cases/entitlements';
export { GrantCredits, type NewGrant } from './use-cases/grant-credits';
export { StatementSubjects, type StatementSubject } from './use-cases/statement-subjects';
export { verifyLedgerOver } from './use-cases/verify-ledger';
