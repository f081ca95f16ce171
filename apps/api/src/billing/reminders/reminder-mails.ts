import { Injectable } from '@nestjs/common';
import { formatTags, localePath } from '@canar/languages';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import type { Period } from '../domain/facts';
import { plans } from '../domain/plans';
import type { Recipient } from '../invoices/buyers';
import { reminderTexts } from './mails/languages';

/** Mails reminders in the language of their recipient. */
@Injectable()
export class ReminderMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Part of the caller's unit of work. */
  async send({ plan, end }: Period, { name, email, locale }: Recipient): Promise<void> {
    const style = { dateStyle: 'long', timeZone: 'Asia/Kolkata' } as const;
    const date = new Intl.DateTimeFormat(formatTags[locale], style).format(end);
    const link = this.config.env.PUBLIC_URL + localePath(locale, '/plans/');
    const { subject, paragraphs } = reminderTexts[locale]({ name, plan: plans[plan].name, date, link });
    await this.mailer.send({ to: email, subject, text: paragraphs.join('\n\n') });
  }
}
