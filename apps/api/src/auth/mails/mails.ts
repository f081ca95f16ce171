import { formatTags } from '@canar/languages';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import { type Locale, sitePath } from '../domain/locale';
import type { UserEntity } from '../persistence/user.entity';
import type { MailFacts, MailKind } from './mail-texts';
import { mailTexts } from './languages';

/** Whom a mail is written to. */
export type MailRecipient = Pick<UserEntity, 'email' | 'name' | 'locale' | 'createdAt'>;

/** Sends the mails of this module: to the stored address of a person, in their language; part of the caller's unit of work. */
@Injectable()
export class Mails {
  constructor(
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @param facts without a link the mail leads to the page for a forgotten password */
  async send(
    user: MailRecipient,
    kind: MailKind,
    { link, device = '', address = '', organisation = '', code = '', day }: MailFacts = {},
  ): Promise<void> {
    const { email, name, locale, createdAt } = user;
    const textOf = mailTexts(locale, kind);
    const { subject, paragraphs } = textOf({
      name,
      device,
      address,
      organisation,
      code,
      day: day ? format(day, locale, { dateStyle: 'long' }) : '',
      link: link ?? this.config.env.PUBLIC_URL + sitePath(locale, '/forgot-password/'),
      since: format(createdAt, locale, { dateStyle: 'long' }),
      time: format(this.clock.now(), locale, { dateStyle: 'long', timeStyle: 'long' }),
    });
    await this.mailer.send({ to: email, subject, text: paragraphs.join('\n\n') });
  }
}

/** A time as people in India read it. */
function format(at: Date, locale: Locale, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(formatTags[locale], { ...style, timeZone: 'Asia/Kolkata' }).format(at);
}
