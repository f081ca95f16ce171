import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import type { Period } from '../domain/facts';
import { plans } from '../domain/plans';
import type { Recipient } from '../invoices/buyers';
import { en } from './mails/en';
import { hi } from './mails/hi';
import type { ReminderText } from './mails/mail-texts';

const texts: Readonly<Record<string, ReminderText>> = { en, hi };

/** Mails reminders in the language of their recipient; in English where it has no text. */
@Injectable()
export class ReminderMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Part of the caller's unit of work. */
  async send({ plan, end }: Period, { name, email, locale }: Recipient): Promise<void> {
    const style = { dateStyle: 'long', timeZone: 'Asia/Kolkata' } as const;
    const date = new Intl.DateTimeFormat(`${texts[locale] ? locale : 'en'}-IN`, style).format(end);
    const path = locale === 'en' ? '/plans/' : `/${locale}/plans/`;
    const facts = { name, plan: plans[plan].name, date, link: this.config.env.PUBLIC_URL + path };
    const { subject, paragraphs } = (texts[locale] ?? en)(facts);
    await this.mailer.send({ to: email, subject, text: paragraphs.join('\n\n') });
  }
}
