import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import type { Recipient } from '../buyers';
import { documentNumber, financialYearOf } from '../domain/financial-year';
import { type Invoice, seriesOf } from '../domain/invoice';
import { InvoiceMails } from '../invoice-mails';
import { InvoiceRepository, type Subject } from '../persistence/invoice.repository';

/** A document that has no number yet. */
export type Draft = Omit<Invoice, 'id' | 'number' | 'financialYear' | 'issuedAt'>;

/** Numbers a document, stores it and mails it. */
@Injectable()
export class IssueDocument {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly mails: InvoiceMails,
    private readonly clock: Clock,
  ) {}

  /**
   * Part of the caller's unit of work, in which the lock of the series is the last one.
   * Number, date and financial year are those of the issue; within a series, dates never go back.
   */
  async execute(subject: Subject, draft: Draft, recipient: Recipient | null): Promise<void> {
    const now = this.clock.now();
    const financialYear = financialYearOf(now);
    const series = seriesOf(draft.kind, draft.content);
    const { position, issuedAt } = await this.invoices.takeNumber(series, financialYear, now);
    const number = documentNumber(series.prefix, financialYear, position);
    const invoice: Invoice = { ...draft, id: newId(), number, financialYear, issuedAt };
    await this.invoices.add(subject, series, position, invoice);
    if (recipient) await this.mails.send(invoice, recipient);
  }
}
