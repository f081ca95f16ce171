import type { Provider } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { AuthorizationCookie } from './authorization-cookie';
import { Authorizations } from './authorizations';
import { IdentitiesController } from './identities.controller';
import { IdentityAccounts } from './identity-accounts';
import { IdentityProviders } from './identity-providers';
import { IdentitySignInController } from './identity-sign-in.controller';
import { IdentityRepository } from './persistence/identity.repository';
import { ConnectIdentity } from './use-cases/connect-identity';
import { DisconnectIdentity } from './use-cases/disconnect-identity';
import { ListIdentities } from './use-cases/list-identities';
import { SignInByIdentity } from './use-cases/sign-in-by-identity';
import { WaysToSignIn } from './ways-to-sign-in';

/** The routes of identities, as parts of the auth module. */
export const identityControllers = [IdentitiesController, IdentitySignInController];

/** What signs in with identities and connects them, as parts of the auth module. */
export const identityProviders: Provider[] = [
  AuthorizationCookie,
  Authorizations,
  { provide: IdentityProviders, inject: [Config], useFactory: ({ env }: Config) => IdentityProviders.load(env) },
  IdentityAccounts,
  IdentityRepository,
  WaysToSignIn,
  ConnectIdentity,
  DisconnectIdentity,
  ListIdentities,
  SignInByIdentity,
];
