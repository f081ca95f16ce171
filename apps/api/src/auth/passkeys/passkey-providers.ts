import { PasskeyAssertions } from './passkey-assertions';
import { PasskeyChallenges } from './passkey-challenges';
import { PasskeyRegistrations } from './passkey-registrations';
import { PasskeySignInController } from './passkey-sign-in.controller';
import { PasskeysController } from './passkeys.controller';
import { PasskeyRepository } from './persistence/passkey.repository';
import { RelyingParty } from './relying-party';
import { AddPasskey } from './use-cases/add-passkey';
import { BeginPasskey } from './use-cases/begin-passkey';
import { ListPasskeys } from './use-cases/list-passkeys';
import { RemovePasskey } from './use-cases/remove-passkey';
import { RenamePasskey } from './use-cases/rename-passkey';
import { SignInByPasskey } from './use-cases/sign-in-by-passkey';

/** The routes of passkeys, as parts of the auth module. */
export const passkeyControllers = [PasskeysController, PasskeySignInController];

/** What adds, removes and checks passkeys, as parts of the auth module. */
export const passkeyProviders = [
  RelyingParty,
  PasskeyChallenges,
  PasskeyRegistrations,
  PasskeyAssertions,
  PasskeyRepository,
  AddPasskey,
  BeginPasskey,
  ListPasskeys,
  RemovePasskey,
  RenamePasskey,
  SignInByPasskey,
];
