export { subscriptionRequired } from './credits.errors';
export type { Charge, Reversal } from './domain/charge';
export { CreditsModule } from './credits.module';
export { readLedgerHeads } from './persistence/ledger-heads';
export { CreditCharges } from './credit-charges';
export { Entitlements } from './entitlements';
export { GrantCredits } from './use-cases/grant-credits';
export { StatementSubjects } from './statement-subjects';
export { verifyLedgerOver } from './verify-ledger-over';
