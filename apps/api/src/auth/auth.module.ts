import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/config/config';
import { SignInAttempts } from './attempts/sign-in-attempts';
import { SignInLinks } from './attempts/sign-in-links';
import { AuthController } from './auth.controller';
import { ClientReader } from './client-reader';
import { RequestLimitGuard } from './guards/request-limit.guard';
import { IdentifyCaller } from './guards/identify-caller';
import { SignedInGuard } from './guards/signed-in.guard';
import { Passwords } from './passwords/passwords';
import { AccountRepository } from './persistence/account.repository';
import { AttemptRepository } from './persistence/attempt.repository';
import { CredentialEntity } from './persistence/credential.entity';
import { MembershipEntity } from './persistence/membership.entity';
import { OneTimeTokenRepository } from './persistence/one-time-token.repository';
import { SessionEntity } from './persistence/session.entity';
import { SessionRepository } from './persistence/session.repository';
import { TenantEntity } from './persistence/tenant.entity';
import { UserEntity } from './persistence/user.entity';
import { SessionPresenter } from './session-presenter';
import { SignInController } from './sign-in.controller';
import { accessTokenKey } from './tokens/access-token-key';
import { AccessTokens, accessTokenAudience } from './tokens/access-tokens';
import { DeviceCookie } from './tokens/device-cookie';
import { JwtStrategy } from './tokens/jwt.strategy';
import { SessionCache } from './tokens/session-cache';
import { SessionCookie } from './tokens/session-cookie';
import { SessionOwners } from './tokens/session-owners';
import { SessionTokens } from './tokens/session-tokens';
import { CreateAccount } from './use-cases/create-account';
import { EndSessions } from './use-cases/end-sessions';
import { FindMember } from './use-cases/find-member';
import { ForgetAttempts } from './use-cases/forget-attempts';
import { MailExistingOwner } from './use-cases/mail-existing-owner';
import { MailSignInLink } from './use-cases/mail-sign-in-link';
import { OpenSession } from './use-cases/open-session';
import { RefreshSession } from './use-cases/refresh-session';
import { RegisterAccount } from './use-cases/register-account';
import { SignIn } from './use-cases/sign-in';
import { SignInByLink } from './use-cases/sign-in-by-link';

const useCases = [
  RegisterAccount,
  CreateAccount,
  MailExistingOwner,
  SignIn,
  SignInByLink,
  MailSignInLink,
  ForgetAttempts,
  RefreshSession,
  EndSessions,
  FindMember,
  OpenSession,
];
const tokens = [AccessTokens, SessionTokens, SessionCookie, DeviceCookie, SessionCache, SessionOwners, JwtStrategy];

/** Who the caller is. */
@Module({
  imports: [
    TypeOrmModule.forFeature([UserEntity, CredentialEntity, TenantEntity, MembershipEntity, SessionEntity]),
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: accessTokenKey(config),
        signOptions: { algorithm: 'HS256', audience: accessTokenAudience },
        verifyOptions: { algorithms: ['HS256'], audience: accessTokenAudience },
      }),
    }),
  ],
  controllers: [SignInController, AuthController],
  providers: [
    ...useCases,
    ...tokens,
    Passwords,
    SignInAttempts,
    SignInLinks,
    ClientReader,
    IdentifyCaller,
    AccountRepository,
    AttemptRepository,
    OneTimeTokenRepository,
    SessionRepository,
    SessionPresenter,
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: RequestLimitGuard },
  ],
  exports: [FindMember, Passwords, SessionOwners],
})
export class AuthModule {}
