import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../../auth';
import { PageQuery } from '../../platform/http/page-query.dto';
import { pagePolicyOf } from '../../platform/http/security-headers';
import { sendFile } from '../../platform/http/send-file';
import type { EInvoice } from './domain/e-invoice';
import type { Buyer, Invoice } from './domain/invoice';
import { invoiceSheet } from './domain/invoice-sheet';
import { BillingDetails, type Invoice as ListedInvoice, InvoicePage } from './dto/invoices.dto';
import { invoicePage } from './invoice-page';
import { InvoicePrinter } from './invoice-printer';
import { ChangeBuyer } from './use-cases/change-buyer';
import { ListInvoices } from './use-cases/list-invoices';
import { ReadBuyer } from './use-cases/read-buyer';
import { ReadEInvoice } from './use-cases/read-e-invoice';
import { ReadInvoice } from './use-cases/read-invoice';

/** Invoices and credit notes, and whom the next ones name. */
@ApiTags('billing')
@ApiBearerAuth()
@Controller('api/billing')
@Requires('read-money')
export class InvoicesController {
  constructor(
    private readonly listInvoices: ListInvoices,
    private readonly readInvoice: ReadInvoice,
    private readonly readEInvoice: ReadEInvoice,
    private readonly readBuyer: ReadBuyer,
    private readonly changeBuyer: ChangeBuyer,
    private readonly printer: InvoicePrinter,
  ) {}

  @Get('invoices')
  @ApiOperation({ summary: 'Invoices and credit notes, newest first' })
  @ApiResponse({ status: 200, type: InvoicePage })
  async invoices(@CurrentCaller() { tenantId }: Caller, @Query() { cursor, limit }: PageQuery): Promise<InvoicePage> {
    const { invoices, nextCursor } = await this.listInvoices.execute(tenantId, cursor, limit);
    return { invoices: invoices.map(toListed), nextCursor };
  }

  @Get('invoices/:id.pdf')
  @ApiOperation({ summary: 'An invoice or a credit note as PDF' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200 })
  async pdf(@CurrentCaller() { tenantId }: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const invoice = await this.readInvoice.execute(tenantId, id);
    const pdf = await this.printer.print(tenantId, invoice);
    await sendFile(reply, pdf, `${invoice.number.replaceAll('/', '-')}.pdf`, 'application/pdf');
  }

  @Get('invoices/:id')
  @ApiOperation({ summary: 'An invoice or a credit note as a page' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiProduces('text/html')
  @ApiResponse({ status: 200 })
  async page(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = invoicePage(invoiceSheet(await this.readInvoice.execute(tenantId, id)));
    await reply.header('Content-Security-Policy', pagePolicyOf(page)).type('text/html; charset=utf-8').send(page);
  }

  @Get('invoices/:id/e-invoice')
  @ApiOperation({
    summary: 'A document as the Indian portals for e-invoices take it',
    description: 'Schema INV-01, version 1.1, for a buyer with a GSTIN; it is not sent to a portal.',
  })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiResponse({ status: 200, schema: { type: 'object', additionalProperties: true } })
  eInvoice(@CurrentCaller() { tenantId }: Caller, @Param('id') id: string): Promise<EInvoice> {
    return this.readEInvoice.execute(tenantId, id);
  }

  @Get('details')
  @ApiOperation({ summary: 'What the next invoices say of their buyer' })
  @ApiResponse({ status: 200, type: BillingDetails })
  async details(@CurrentCaller() { tenantId, userId }: Caller): Promise<BillingDetails> {
    return toDetails(await this.readBuyer.execute(tenantId, userId));
  }

  @Put('details')
  @Requires('buy')
  @ApiOperation({ summary: 'Change what the next invoices say of their buyer' })
  @ApiResponse({ status: 200, type: BillingDetails })
  async changeDetails(@CurrentCaller() { tenantId }: Caller, @Body() body: BillingDetails): Promise<BillingDetails> {
    const address = body.address.length === 0 ? null : body.address.join('\n');
    return toDetails(await this.changeBuyer.execute(tenantId, { ...body, address }));
  }
}

function toListed({ id, kind, number, issuedAt, occurredAt, amount, taxable }: Invoice): ListedInvoice {
  return {
    id,
    kind,
    number,
    issuedAt: issuedAt.toISOString(),
    occurredAt: occurredAt.toISOString(),
    amount: { amount, currency: 'INR' },
    tax: { amount: amount - taxable, currency: 'INR' },
  };
}

function toDetails({ name, address, state, gstin }: Buyer): BillingDetails {
  return { name, address: address?.split('\n') ?? [], state, gstin };
}
