import { Module } from '@nestjs/common';
import { CreditsAccountData } from './credits-account-data';
import { CreditsController } from './credits.controller';
import { ChargedActs } from './charged-acts';
import { AuthModule } from '../auth';
import { OperatorCreditsController } from './operator-credits.controller';
import { AccountRepository } from './persistence/account.repository';
import { AuditRepository } from './persistence/audit.repository';
import { GrantRepository } from './persistence/grant.repository';
import { EntitlementRepository } from './persistence/entitlement.repository';
import { StatementRepository } from './persistence/statement.repository';
import { ChargeAct } from './use-cases/charge-act';
import { CreditCharges } from './credit-charges';
import { Entitlements } from './entitlements';
import { ExportStatement } from './use-cases/export-statement';
import { ExpireCredits } from './use-cases/expire-credits';
import { GrantAsOperator } from './use-cases/grant-as-operator';
import { GrantCredits } from './use-cases/grant-credits';
import { ListEntries } from './use-cases/list-entries';
import { ListOperatorGrants } from './use-cases/list-operator-grants';
import { ReadGrantUse } from './use-cases/read-grant-use';
import { TakeBackAsOperator } from './use-cases/take-back-as-operator';
import { LimitMember } from './use-cases/limit-member';
import { ReadOwnLimit } from './use-cases/read-own-limit';
import { ReadMemberSpending } from './use-cases/read-member-spending';
import { MemberLimitRepository } from './persistence/member-limit.repository';
import { MemberLimitsController } from './member-limits.controller';
import { ReadBalance } from './use-cases/read-balance';
import { ReverseCharge } from './use-cases/reverse-charge';
import { TakeBackCredits } from './use-cases/take-back-credits';
import { StatementSubjects } from './statement-subjects';
import { VerifyAllLedgers } from './use-cases/verify-all-ledgers';
import { VerifyLedger } from './use-cases/verify-ledger';
import { VerifySomeLedgers } from './use-cases/verify-some-ledgers';

/** What a tenant may spend. */
@Module({
  imports: [AuthModule],
  controllers: [CreditsController, MemberLimitsController, OperatorCreditsController],
  providers: [
    AccountRepository,
    AuditRepository,
    EntitlementRepository,
    MemberLimitRepository,
    LimitMember,
    ReadMemberSpending,
    ReadOwnLimit,
    StatementRepository,
    ChargeAct,
    ReverseCharge,
    GrantCredits,
    GrantAsOperator,
    TakeBackAsOperator,
    ListOperatorGrants,
    ReadGrantUse,
    GrantRepository,
    TakeBackCredits,
    ExpireCredits,
    ReadBalance,
    ListEntries,
    ExportStatement,
    VerifyLedger,
    VerifySomeLedgers,
    VerifyAllLedgers,
    StatementSubjects,
    ChargedActs,
    Entitlements,
    CreditCharges,
    CreditsAccountData,
  ],
  exports: [
    CreditCharges,
    GrantCredits,
    TakeBackCredits,
    ReadGrantUse,
    Entitlements,
    StatementSubjects,
    ChargedActs,
    ReadBalance,
    VerifyLedger,
  ],
})
export class CreditsModule {}
