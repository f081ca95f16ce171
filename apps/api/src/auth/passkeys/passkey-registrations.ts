import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { SessionId } from '../../platform/ids/ids';
import type { UserEntity } from '../persistence/user.entity';
import { PasskeyChallenges } from './passkey-challenges';
import type { NewPasskey, Passkey } from './persistence/passkey.repository';
import { RelyingParty } from './relying-party';
import { userHandle } from './user-handle';

/** What a browser has made, with everything in base64url. */
export interface PasskeyAttestation {
  credentialId: string;
  clientDataJson: string;
  attestationObject: string;
  transports?: string[];
}

/** Has authenticators make passkeys for a person, and checks what they have made. */
@Injectable()
export class PasskeyRegistrations {
  constructor(
    private readonly relyingParty: RelyingParty,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /** What a browser is asked to make. */
  async begin(
    user: UserEntity,
    sessionId: SessionId,
    known: Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    return generateRegistrationOptions({
      rpID: this.relyingParty.id,
      rpName: this.relyingParty.name,
      userID: userHandle(user.id),
      userName: user.email,
      userDisplayName: user.name,
      challenge: this.challenges.make(contextOf(user, sessionId)),
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Checks what a browser has made. @returns it with its challenge, which is still to be used up; null when it is wrong */
  async verify(
    user: UserEntity,
    sessionId: SessionId,
    { credentialId, clientDataJson, attestationObject, transports = [] }: PasskeyAttestation,
  ): Promise<{ passkey: NewPasskey; challenge: string } | null> {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    let challenge = '';
    const isExpected = (presented: string) => {
      challenge = presented;
      return this.challenges.isGood(presented, contextOf(user, sessionId));
    };
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: {
          id: credentialId,
          rawId: credentialId,
          type: 'public-key',
          response: { clientDataJSON: clientDataJson, attestationObject },
          clientExtensionResults: {},
        },
        expectedChallenge: isExpected,
        expectedOrigin: this.relyingParty.origin,
        expectedRPID: this.relyingParty.id,
        requireUserVerification: true,
      });
      if (registrationInfo?.credential.id !== credentialId) return null;
      const { credential, credentialBackedUp: synced } = registrationInfo;
      const { publicKey, counter } = credential;
      return { passkey: { credentialId, publicKey, counter, transports, synced }, challenge };
    } catch {
      // The library throws for whatever it does not accept.
      return null;
    }
  }

  /** Uses the challenge of a verified passkey up; part of the caller's unit of work. @returns false when it was used before */
  use(challenge: string): Promise<boolean> {
    return this.challenges.use(challenge);
  }
}

function contextOf({ id }: UserEntity, sessionId: SessionId): string {
  return `add ${id} ${sessionId}`;
}
