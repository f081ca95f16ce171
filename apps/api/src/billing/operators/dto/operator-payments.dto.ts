import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { ReasonBody } from '../../../auth';
import type { AcceptedRefund } from '../../payments/payment-provider';
import type { UnmatchedReason } from '../../persistence/payment.repository';

const maxRefund = 100_000_000;

/** A refund that an operator asks for. */
export class RefundBody extends ReasonBody {
  @ApiProperty({ format: 'uuid', description: 'A payment of the tenant, or one that bought nothing.' })
  @IsUUID()
  paymentId!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 100,
    maximum: maxRefund,
    description: 'In the smallest unit of the payment’s currency: paise.',
  })
  @IsInt()
  @Min(100)
  @Max(maxRefund)
  amount!: number;
}

/** What became of a refund. */
export class RefundResult {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  amount!: number;

  @ApiProperty({
    enum: ['refunded', 'pending', 'failed'],
    description: 'pending: the provider has accepted it and reports later what became of it.',
  })
  status!: AcceptedRefund['status'];
}

/** What became of the credits that a payment bought. */
export class PaymentCredits {
  @ApiProperty({ type: 'integer' })
  granted!: number;

  @ApiProperty({ type: 'integer', description: 'Spent and not undone: a refund does not take them back.' })
  spent!: number;

  @ApiProperty({ type: 'integer', description: 'Can be spent now.' })
  left!: number;
}

/** A payment, as operators see it. */
export class OperatedPayment {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['plan', 'upgrade', 'top_up'] })
  kind!: 'plan' | 'upgrade' | 'top_up';

  @ApiProperty()
  description!: string;

  @ApiProperty()
  provider!: string;

  @ApiProperty({ description: 'The provider’s id of it.' })
  providerPaymentId!: string;

  @ApiProperty({ type: 'integer', description: 'Paise.' })
  amount!: number;

  @ApiProperty({ type: 'integer', description: 'Paise that were given back.' })
  refunded!: number;

  @ApiProperty({ type: 'integer', description: 'Paise that are requested and not given back yet.' })
  requested!: number;

  @ApiProperty({ description: 'A bank disputes it, and that is not decided.' })
  disputed!: boolean;

  @ApiProperty({ type: PaymentCredits })
  credits!: PaymentCredits;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;
}

/** A page of a tenant's payments, newest first. */
export class OperatedPaymentPage {
  @ApiProperty({ type: [OperatedPayment] })
  payments!: OperatedPayment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** Captured money that bought nothing. */
export class UnmatchedPayment {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  tenantId!: string;

  @ApiProperty({ format: 'uuid', description: 'The order for which it was captured.' })
  orderId!: string;

  @ApiProperty()
  provider!: string;

  @ApiProperty({ description: 'The provider’s id of it.' })
  providerPaymentId!: string;

  @ApiProperty({ type: 'integer', description: 'In the smallest unit of the currency.' })
  amount!: number;

  @ApiProperty({ description: 'ISO 4217.' })
  currency!: string;

  @ApiProperty({
    enum: ['second', 'amount', 'order', 'late', 'closed'],
    description:
      'Paid already; another amount; captured for another order; an upgrade paid too late; for a closed account.',
  })
  reason!: UnmatchedReason;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;
}

/** A page of money that waits for an operator, newest first. */
export class UnmatchedPaymentPage {
  @ApiProperty({ type: [UnmatchedPayment] })
  payments!: UnmatchedPayment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
