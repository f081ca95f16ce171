import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule, type JwtModuleOptions, JwtSecretRequestType } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/config/config';
import { exportControllers, exportProviders } from './account-export/account-export';
import { SignInAttempts } from './attempts/sign-in-attempts';
import { PasswordConfirmation } from './attempts/password-confirmation';
import { AuditModule } from './audit/audit.module';
import { AuthController } from './auth.controller';
import { EmailChangeController } from './email-change/email-change.controller';
import { emailChangeProviders } from './email-change/email-change-providers';
import { ConsentsModule } from './consents/consents.module';
import { ClientReader } from './client-reader';
import { RequestLimitGuard } from './guards/request-limit.guard';
import { IdentifyCaller } from './guards/identify-caller';
import { SignedInGuard } from './guards/signed-in.guard';
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
import { identityControllers, identityProviders } from './identities/identity-parts';
import { leavingControllers, leavingProviders } from './leaving/leaving';
import { OperatorGuard } from './operators/operator.guard';
import { operatorControllers, operatorProviders } from './operators/operators';
import { OperatorLog } from './operators/operator-log';
import { ConfirmationGuard } from './second-factor/confirmation.guard';
import { MemberChanges } from './organisations/member-changes';
import { organisationControllers, organisationProviders } from './organisations/organisations';
import { recoveryControllers, recoveryProviders } from './recovery/recovery-providers';
import { secondFactorControllers, secondFactorProviders } from './second-factor/second-factor-providers';
import { SessionOwners } from './tokens/session-owners';
import { tokenProviders } from './tokens/token-providers';
import { accountProviders } from './account-providers';
import { FindMember } from './use-cases/find-member';
import { SessionPresenter } from './session-presenter';
import { SessionsController } from './sessions.controller';
import { SignInController } from './sign-in.controller';
import { AccessTokenKeys } from './tokens/access-token-keys';
import { accessTokenAudience } from './tokens/access-tokens';

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
    ...recoveryControllers,
    SessionsController,
    ...secondFactorControllers,
    ...operatorControllers,
    EmailChangeController,
    ...leavingControllers,
    ...exportControllers,
    ...passkeyControllers,
    ...organisationControllers,
    ...identityControllers,
  ],
  providers: [
    ...accountProviders,
    ...tokenProviders,
    ...recoveryProviders,
    ...secondFactorProviders,
    ...operatorProviders,
    ...emailChangeProviders,
    ...leavingProviders,
    ...exportProviders,
    ...passkeyProviders,
    ...organisationProviders,
    ...identityProviders,
    Passwords,
    SignInAttempts,
    PasswordConfirmation,
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
  exports: [FindMember, MemberChanges, Passwords, SessionOwners, OperatorLog],
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
