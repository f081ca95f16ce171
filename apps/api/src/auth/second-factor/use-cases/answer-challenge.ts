import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { SecurityEvents } from '../../../platform/observability/security-events';
import { challengeInvalid, wrongCode } from '../../auth.errors';
import { MailedLinks } from '../../recovery/mailed-links';
import type { Client } from '../../use-cases/client';
import type { SignedInSession } from '../../use-cases/signed-in-session';
import { StartSession } from '../../use-cases/start-session';
import { CodeCheck } from '../code-check';

/** Signs a person in whose password was right, with a code of their second factor. */
@Injectable()
export class AnswerChallenge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: MailedLinks,
    private readonly codes: CodeCheck,
    private readonly startSession: StartSession,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * A wrong code uses up no challenge.
   * @throws {DomainError} `challenge.invalid`, `second-factor.wrong`, `second-factor.too-many`, `membership.none`
   */
  async execute(challenge: string, code: string, client: Client): Promise<SignedInSession> {
    const account = await this.unitOfWork.run('global', () => this.links.look(challenge, 'second-factor'));
    if (!account || account.user.blockedAt) throw challengeInvalid();
    const { user } = account;
    const typed = { user, code, devices: client.devices };
    const signIn = this.codes.require(typed, async (kind) => {
      if (!(await this.links.redeem(challenge, 'second-factor'))) throw challengeInvalid();
      return this.startSession.execute(account, client, kind);
    });
    return signIn.catch((error: unknown) => {
      const { code: reason } = error as { code?: string };
      if (reason === wrongCode().code) this.events.record('second-factor.failed', { userId: user.id });
      throw error;
    });
  }
}
