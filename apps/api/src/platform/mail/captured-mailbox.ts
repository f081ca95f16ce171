import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { UnitOfWork } from '../database/unit-of-work';
import type { OutgoingMail } from './mail';
import { MailTransport } from './mail-transport';

const maxListed = 100;
const columns = `id, recipient AS "to", subject, body AS text, html, captured_at AS "capturedAt"`;

/** A mail that was captured instead of sent. */
export interface CapturedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  capturedAt: Date;
}

/** Keeps mail in the database instead of sending it, for the mailbox page. */
@Injectable()
export class CapturedMailbox extends MailTransport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async deliver({ id, to, subject, text, html }: OutgoingMail): Promise<void> {
    await this.unitOfWork.run('global', () =>
      this.unitOfWork.query(
        `INSERT INTO platform.captured_mails (id, recipient, subject, body, html, captured_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
        [id, to, subject, text, html ?? null, this.clock.now()],
      ),
    );
  }

  /** The newest mails first, a hundred at most. @param to only those to this address, in any case */
  async newest(to?: string): Promise<CapturedMail[]> {
    const [condition, parameters] = to === undefined ? ['', []] : ['WHERE lower(recipient) = lower($1)', [to]];
    return this.unitOfWork.read<CapturedMail>(
      'global',
      `SELECT ${columns} FROM platform.captured_mails ${condition}
       ORDER BY platform.captured_mails.captured_at DESC, id DESC LIMIT ${maxListed}`,
      parameters,
    );
  }

  /** One mail, or null. */
  async find(id: string): Promise<CapturedMail | null> {
    const sql = `SELECT ${columns} FROM platform.captured_mails WHERE id = $1`;
    const [mail] = await this.unitOfWork.read<CapturedMail>('global', sql, [id]);
    return mail ?? null;
  }
}
