import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { UserId } from '../../platform/ids/ids';
import { sitePath } from '../domain/locale';
import { Mails } from '../mails/mails';
import { AccountRepository } from '../persistence/account.repository';

/** Writes that an export is ready; the mail leads to the settings, and is no key to the archive. */
@Injectable()
export class ExportMails {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly mails: Mails,
    private readonly config: Config,
  ) {}

  /** Part of the caller's unit of work. */
  async ready(userId: UserId, expiresAt: Date): Promise<void> {
    const user = await this.accounts.findUnblocked(userId);
    if (!user) return;
    const link = this.config.env.PUBLIC_URL + sitePath(user.locale, '/settings/');
    await this.mails.send(user, 'export-ready', { link, day: expiresAt });
  }
}
