import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth';
import { Buyers } from './buyers';
import { ConfiguredSeller } from './configured-seller';
import { InvoiceMails } from './invoice-mails';
import { InvoicePrinter } from './invoice-printer';
import { InvoicesController } from './invoices.controller';
import { BuyerRepository } from './persistence/buyer.repository';
import { InvoiceRepository } from './persistence/invoice.repository';
import { ChangeBuyer } from './use-cases/change-buyer';
import { IssueCreditNotes } from './use-cases/issue-credit-notes';
import { IssueDocument } from './use-cases/issue-document';
import { IssueMissingInvoices } from './use-cases/issue-missing-invoices';
import { IssueInvoice } from './use-cases/issue-invoice';
import { ListInvoices } from './use-cases/list-invoices';
import { ReadBuyer } from './use-cases/read-buyer';
import { ReadEInvoice } from './use-cases/read-e-invoice';
import { ReadInvoice } from './use-cases/read-invoice';

/** Invoices and credit notes. */
@Module({
  imports: [AuthModule],
  controllers: [InvoicesController],
  providers: [
    BuyerRepository,
    Buyers,
    ChangeBuyer,
    ConfiguredSeller,
    InvoiceMails,
    InvoicePrinter,
    InvoiceRepository,
    IssueCreditNotes,
    IssueDocument,
    IssueInvoice,
    IssueMissingInvoices,
    ListInvoices,
    ReadBuyer,
    ReadEInvoice,
    ReadInvoice,
  ],
  exports: [Buyers, IssueInvoice, IssueCreditNotes],
})
export class InvoicesModule {}
