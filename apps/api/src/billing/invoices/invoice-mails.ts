import { Injectable } from '@nestjs/common';
import { localePath } from '@canar/languages';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import type { Recipient } from './buyers';
import type { Invoice } from './domain/invoice';
import { invoiceSheet } from './domain/invoice-sheet';
import { invoicePage } from './invoice-page';
import { invoiceMailTexts } from './mails/languages';

/** Mails documents to who placed the order, in their language; the document itself is the HTML part. */
@Injectable()
export class InvoiceMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Part of the caller's unit of work. */
  async send(invoice: Invoice, { name, email, locale }: Recipient): Promise<void> {
    const sheet = invoiceSheet(invoice);
    const facts = {
      name,
      number: invoice.number,
      amount: sheet.total.value,
      link: this.config.env.PUBLIC_URL + localePath(locale, '/billing/'),
    };
    const { subject, paragraphs } = invoiceMailTexts[locale][invoice.kind](facts);
    const html = invoicePage(sheet, { lang: locale, paragraphs });
    await this.mailer.send({ to: email, subject, text: paragraphs.join('\n\n'), html });
  }
}
