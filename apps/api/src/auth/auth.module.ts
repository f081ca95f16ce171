import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule, type JwtModuleOptions, JwtSecretRequestType } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/config/config';
import { SignInAttempts } from './attempts/sign-in-attempts';
import { PasswordConfirmation } from './attempts/password-confirmation';
import { AuditModule } from './audit/audit.module';
import { AuthController } from './auth.controller';
import { EmailChangeController } from './email-change/email-change.controller';
import { emailChangeProviders } from './email-change/email-change-providers';
import { ConsentsModule } from './consents/consents.module';
import { ClientReader } from './client-reader';
import { CredentialsController } from './recovery/credentials.controller';
import { RequestLimitGuard } from './guards/request-limit.guard';
import { IdentifyCaller } from './guards/identify-caller';
import { SignedInGuard } from './guards/signed-in.guard';
import { LinkRequests } from './recovery/link-requests';
import { MailedLinks } from './recovery/mailed-links';
import { Mails } from './mails/mails';
import { passkeyControllers, passkeyProviders } from './passkeys/passkey-providers';
import { Passwords } from './passwords/passwords';
import { AccessRepository } from './persistence/access.repository';
import { AccountRepository } from './persistence/account.repository';
import { AttemptRepository } from './persistence/attempt.repository';
import { CredentialEntity } from './persistence/credential.entity';
import { MembershipEntity } from './persistence/membership.entity';
import { OneTimeTokenRepository } from './persistence/one-time-token.repository';
import { SessionEntity } from './persistence/session.entity';
import { SessionRepository } from './persistence/session.repository';
import { TenantEntity } from './persistence/tenant.entity';
import { UserEntity } from './persistence/user.entity';
import { leavingControllers, leavingProviders } from './leaving/leaving';
import { OperatorGuard } from './operators/operator.guard';
import { operatorControllers, operatorProviders } from './operators/operators';
import { OperatorLog } from './operators/operator-log';
import { RecoveryController } from './recovery/recovery.controller';
import { Challenges } from './second-factor/challenges';
import { CodeCheck } from './second-factor/code-check';
import { ConfirmationGuard } from './second-factor/confirmation.guard';
import { Confirmations } from './second-factor/confirmations';
import { FactorChanges } from './second-factor/factor-changes';
import { SecondFactorRepository } from './second-factor/persistence/second-factor.repository';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecretEncryption } from './second-factor/secret-encryption';
import { AnswerChallenge } from './second-factor/use-cases/answer-challenge';
import { BeginSecondFactor } from './second-factor/use-cases/begin-second-factor';
import { ConfirmIdentity } from './second-factor/use-cases/confirm-identity';
import { ConfirmSecondFactor } from './second-factor/use-cases/confirm-second-factor';
import { DescribeSecondFactor } from './second-factor/use-cases/describe-second-factor';
import { RemoveSecondFactor } from './second-factor/use-cases/remove-second-factor';
import { RenewRecoveryCodes } from './second-factor/use-cases/renew-recovery-codes';
import { SessionPresenter } from './session-presenter';
import { SessionsController } from './sessions.controller';
import { SignInController } from './sign-in.controller';
import { AccessTokenKeys } from './tokens/access-token-keys';
import { AccessTokens, accessTokenAudience } from './tokens/access-tokens';
import { DeviceCookie } from './tokens/device-cookie';
import { JwtStrategy } from './tokens/jwt.strategy';
import { SessionCache } from './tokens/session-cache';
import { SessionCookie } from './tokens/session-cookie';
import { SessionOwners } from './tokens/session-owners';
import { SessionTokens } from './tokens/session-tokens';
import { CompleteFirstFactor } from './use-cases/complete-first-factor';
import { CreateAccount } from './use-cases/create-account';
import { EndSessions } from './use-cases/end-sessions';
import { FindMember } from './use-cases/find-member';
import { ForgetAttempts } from './use-cases/forget-attempts';
import { MailExistingOwner } from './use-cases/mail-existing-owner';
import { MailLink } from './recovery/use-cases/mail-link';
import { OpenSession } from './use-cases/open-session';
import { RefreshSession } from './use-cases/refresh-session';
import { RegisterAccount } from './use-cases/register-account';
import { SignIn } from './use-cases/sign-in';
import { StartSession } from './use-cases/start-session';
import { SignInByLink } from './use-cases/sign-in-by-link';
import { ChangePassword } from './recovery/use-cases/change-password';
import { DescribeLink } from './recovery/use-cases/describe-link';
import { ForgotPassword } from './recovery/use-cases/forgot-password';
import { ReleaseAddress } from './recovery/use-cases/release-address';
import { RequestVerification } from './recovery/use-cases/request-verification';
import { ResetPassword } from './recovery/use-cases/reset-password';
import { SetPassword } from './recovery/use-cases/set-password';
import { SignOutEverywhere } from './use-cases/sign-out-everywhere';
import { VerifyAddress } from './recovery/use-cases/verify-address';
import { VerifyEmail } from './recovery/use-cases/verify-email';
import { ListSessions } from './use-cases/list-sessions';
import { RevokeSession } from './use-cases/revoke-session';
import { RenewEmailKeys } from './use-cases/renew-email-keys';

const useCases = [
  RegisterAccount,
  CreateAccount,
  MailExistingOwner,
  SignIn,
  SignInByLink,
  MailLink,
  ForgetAttempts,
  RefreshSession,
  EndSessions,
  FindMember,
  OpenSession,
  StartSession,
  CompleteFirstFactor,
  AnswerChallenge,
  ConfirmIdentity,
  BeginSecondFactor,
  ConfirmSecondFactor,
  DescribeSecondFactor,
  RenewRecoveryCodes,
  RemoveSecondFactor,
  ChangePassword,
  DescribeLink,
  ForgotPassword,
  ReleaseAddress,
  RequestVerification,
  ResetPassword,
  SetPassword,
  SignOutEverywhere,
  VerifyAddress,
  VerifyEmail,
  ListSessions,
  RevokeSession,
  RenewEmailKeys,
];
const tokens = [AccessTokens, SessionTokens, SessionCookie, DeviceCookie, SessionCache, SessionOwners, JwtStrategy];

/** Who the caller is. */
@Module({
  imports: [
    TypeOrmModule.forFeature([UserEntity, CredentialEntity, TenantEntity, MembershipEntity, SessionEntity]),
    AuditModule,
    ConsentsModule,
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => jwtOptions(new AccessTokenKeys(config)),
    }),
  ],
  controllers: [
    SignInController,
    AuthController,
    CredentialsController,
    RecoveryController,
    SessionsController,
    SecondFactorController,
    ...operatorControllers,
    EmailChangeController,
    ...leavingControllers,
    ...passkeyControllers,
  ],
  providers: [
    ...useCases,
    ...tokens,
    ...operatorProviders,
    ...emailChangeProviders,
    ...leavingProviders,
    ...passkeyProviders,
    Passwords,
    SignInAttempts,
    PasswordConfirmation,
    CodeCheck,
    Confirmations,
    Challenges,
    FactorChanges,
    SecretEncryption,
    SecondFactorRepository,
    MailedLinks,
    LinkRequests,
    Mails,
    ClientReader,
    IdentifyCaller,
    AccessRepository,
    AccountRepository,
    AttemptRepository,
    OneTimeTokenRepository,
    SessionRepository,
    SessionPresenter,
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: RequestLimitGuard },
    { provide: APP_GUARD, useClass: ConfirmationGuard },
    { provide: APP_GUARD, useClass: OperatorGuard },
  ],
  exports: [FindMember, Passwords, SessionOwners, OperatorLog],
})
export class AuthModule {}

/** How access tokens are signed, with the id of their key, and how the key that verifies them is found. */
function jwtOptions(keys: AccessTokenKeys): JwtModuleOptions {
  return {
    secretOrKeyProvider: (type, token) =>
      type === JwtSecretRequestType.VERIFY ? keys.verifying(String(token)) : keys.signing.key,
    signOptions: { algorithm: 'HS256', audience: accessTokenAudience, keyid: keys.signing.id },
    verifyOptions: { algorithms: ['HS256'], audience: accessTokenAudience },
  };
}
