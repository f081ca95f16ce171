import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DomainError } from '../../../platform/errors/domain-error';
import { emailKey } from '../../domain/email-key';
import type { Caller } from '../../guards/caller.decorator';
import { type InvitationLine, invitationLines } from '../invitation-lines';
import { type LineOutcome, lineRefusals } from '../invitation-outcome';
import { InvitationRepository, type InvitedRole } from '../persistence/invitation.repository';
import { Invite } from './invite';

/** A line of the file, and what became of it. */
export interface ReportedLine {
  line: number;
  email: string;
  outcome: LineOutcome;
}

/** Invites the addresses of a file, each on its own, so that what is wrong with one keeps back no other. */
@Injectable()
export class InviteMany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly invite: Invite,
    private readonly clock: Clock,
  ) {}

  /**
   * Sent again, the file mails nobody who has an open invitation.
   * @param role of lines that name none
   * @throws {DomainError} `invitation.file-unreadable`, `invitation.too-many-lines`, `email.unverified`
   */
  async execute(caller: Caller, csv: string, role: InvitedRole): Promise<ReportedLine[]> {
    const lines = invitationLines(csv, role);
    const open = await this.openKeys(caller);
    const report: ReportedLine[] = [];
    for (const line of lines) {
      const outcome =
        line.fault === null && open.has(emailKey(line.email)) ? 'invitation.open' : await this.inviteBy(line, caller);
      report.push({ line: line.line, email: line.email, outcome });
    }
    return report;
  }

  private async openKeys({ tenantId }: Caller): Promise<Set<string>> {
    const now = this.clock.now();
    const invitations = await this.unitOfWork.run({ tenant: tenantId }, () => this.invitations.list());
    return new Set(invitations.filter(({ expiresAt }) => expiresAt > now).map((one) => one.emailKey));
  }

  private async inviteBy({ email, role, fault }: InvitationLine, caller: Caller): Promise<LineOutcome> {
    if (role === null) return fault;
    try {
      await this.invite.execute(caller, email, role);
      return 'invited';
    } catch (error) {
      const code = error instanceof DomainError ? lineRefusals.find((one) => one === error.code) : undefined;
      if (code === undefined) throw error;
      return code;
    }
  }
}
