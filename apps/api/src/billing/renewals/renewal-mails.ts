import { Injectable } from '@nestjs/common';
import { formatTags, localePath } from '@canar/languages';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import { type CheckoutId, type TenantId } from '../../platform/ids/ids';
import { type Money, type PlanId, plans } from '../domain/plans';
import { Buyers } from '../invoices/buyers';
import { renewalMailTexts } from './mails/languages';
import type { RenewalMail } from './mails/mail-texts';
import { MandateRepository } from './mandate.repository';

/** What a mail is about. */
interface About {
  plan: PlanId;
  price: Money;
  /** The day of the debit, or until when editing goes on. */
  on: Date;
}

/** Mails who gave a mandate what happens by it, in their language; nobody once they have left. */
@Injectable()
export class RenewalMails {
  constructor(
    private readonly mandates: MandateRepository,
    private readonly buyers: Buyers,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Part of the caller's unit of work. @param mandateId the order whose checkout asked for the mandate */
  async send(mail: RenewalMail, tenantId: TenantId, mandateId: CheckoutId, { plan, price, on }: About): Promise<void> {
    const { recipient } = await this.buyers.of(tenantId, await this.mandates.giverOf(tenantId, mandateId));
    if (!recipient) return;
    const { name, email, locale } = recipient;
    const tag = formatTags[locale];
    const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Asia/Kolkata' }).format(on);
    const amount = new Intl.NumberFormat(tag, { style: 'currency', currency: price.currency }).format(
      price.amount / 100,
    );
    const link = this.config.env.PUBLIC_URL + localePath(locale, '/billing/');
    const { subject, paragraphs } = renewalMailTexts[locale][mail]({
      name,
      plan: plans[plan].name,
      amount,
      date,
      link,
    });
    await this.mailer.send({ to: email, subject, text: paragraphs.join('\n\n') });
  }
}
