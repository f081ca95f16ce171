import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PasskeyChallenges } from './passkey-challenges';
import { type Passkey, PasskeyRepository } from './persistence/passkey.repository';
import { RelyingParty } from './relying-party';
import { userHandle } from './user-handle';

/** What an authenticator has signed, with everything in base64url. */
export interface PasskeyAssertion {
  credentialId: string;
  clientDataJson: string;
  authenticatorData: string;
  signature: string;
  userHandle: string;
}

/** A passkey that has signed a challenge, which is still to be used up. */
export interface ProvenPasskey {
  passkey: Passkey;
  challenge: string;
  counter: number;
  synced: boolean;
}

const signIn = 'sign-in';

/** Asks authenticators for a signature by any passkey of the person in front of them, and checks it. */
@Injectable()
export class PasskeyAssertions {
  constructor(
    private readonly relyingParty: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly passkeys: PasskeyRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What a browser is asked to have signed. It names no passkeys: those of the person are discovered. */
  async begin(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const challenge = this.challenges.make(signIn);
    return generateAuthenticationOptions({ rpID: this.relyingParty.id, challenge, userVerification: 'required' });
  }

  /** Checks a signature. @returns `unknown` when nobody has such a passkey, with its person `wrong` when it is not good */
  async verify(assertion: PasskeyAssertion): Promise<ProvenPasskey | 'unknown' | { wrong: Passkey }> {
    const find = () => this.passkeys.findByCredential(assertion.credentialId);
    const passkey = await this.unitOfWork.run('global', find);
    if (!passkey) return 'unknown';
    if (assertion.userHandle !== userHandle(passkey.userId).toString('base64url')) return { wrong: passkey };
    return (await this.check(assertion, passkey)) ?? { wrong: passkey };
  }

  /** Uses up the challenge and stores the counter; part of the caller's unit of work. @returns false when it was used before */
  async consume({ passkey, challenge, counter, synced }: ProvenPasskey): Promise<boolean> {
    if (!(await this.challenges.use(challenge))) return false;
    return this.passkeys.noteUse(passkey.id, counter, synced, this.clock.now());
  }

  private async check(assertion: PasskeyAssertion, passkey: Passkey): Promise<ProvenPasskey | null> {
    let challenge = '';
    const isExpected = (presented: string) => {
      challenge = presented;
      return this.challenges.isGood(presented, signIn);
    };
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { credentialId: id, clientDataJson, authenticatorData, signature } = assertion;
    const { counter, publicKey } = passkey;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          response: { clientDataJSON: clientDataJson, authenticatorData, signature },
          clientExtensionResults: {},
        },
        expectedChallenge: isExpected,
        expectedOrigin: this.relyingParty.origin,
        expectedRPID: this.relyingParty.id,
        credential: { id, counter, publicKey: new Uint8Array(publicKey) },
        requireUserVerification: true,
      });
      if (!verified) return null;
      const { newCounter, credentialBackedUp: synced } = authenticationInfo;
      return { passkey, challenge, counter: newCounter, synced };
    } catch {
      // The library throws for whatever it does not accept.
      return null;
    }
  }
}
