export { subscriptionRequired } from './credits.errors';
export type { Charge, Reversal } from './domain/charge';
export { CreditsModule } from './credits.module';
export { readLedgerHeads } from './persistence/ledger-heads';
export { CreditCharges } from './credit-charges';
export { type Entitlement, Entitlements } from './entitlements';
export { GrantCredits, type NewGrant } from './use-cases/grant-credits';
export { StatementSubjects, type StatementSubject } from './statement-subjects';
export { verifyLedgerOver } from './verify-ledger-over';
