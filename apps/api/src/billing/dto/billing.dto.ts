import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { paymentProviderNames, type PaymentProviderName } from '@canar/api-env';
import { Omittable } from '../../platform/http/input/omittable.decorator';
import { type PlanId, planIds } from '../domain/plans';
import type { SubscriptionStatus } from '../domain/subscription';
import { maxPacks } from '../domain/top-up';

const statuses: SubscriptionStatus[] = ['none', 'pending', 'active', 'past_due', 'cancelling', 'expired'];

/** An amount of money. */
export class Money {
  @ApiProperty({ type: 'integer', description: 'Paise.' })
  amount!: number;

  @ApiProperty({ enum: ['INR'] })
  currency!: 'INR';
}

/** A plan on sale. */
export class Plan {
  @ApiProperty({ enum: planIds })
  id!: PlanId;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: Money, description: 'With GST.' })
  price!: Money;

  @ApiProperty({ type: 'integer', description: 'Granted with each period.' })
  credits!: number;

  @ApiProperty({ enum: [30], type: 'integer', description: 'A day is 24 hours.' })
  periodDays!: 30;

  @ApiProperty({ type: [String], description: 'What the plan allows beyond editing, such as unbranded.' })
  features!: string[];
}

/** The pack of credits on sale. */
export class TopUpPack {
  @ApiProperty({ type: Money, description: 'With GST.' })
  price!: Money;

  @ApiProperty({ type: 'integer' })
  credits!: number;

  @ApiProperty({ type: 'integer', description: 'Days from the payment until the credits expire.' })
  validDays!: number;
}

/** What is on sale. */
export class PlanList {
  @ApiProperty({ description: 'Whether who collects first can renew a plan automatically.' })
  canRenew!: boolean;

  @ApiProperty({ type: [Plan] })
  plans!: Plan[];

  @ApiProperty({ type: TopUpPack })
  topUp!: TopUpPack;
}

/** A period that is paid and has not begun. */
export class NextPeriod {
  @ApiProperty({ enum: planIds })
  plan!: PlanId;

  @ApiProperty({ format: 'date-time' })
  periodStart!: string;

  @ApiProperty({ format: 'date-time' })
  periodEnd!: string;
}

/** A dearer plan that can begin now. */
export class OfferedUpgrade {
  @ApiProperty({ enum: planIds })
  plan!: PlanId;

  @ApiProperty({ type: Money, description: 'With GST, reduced by the unused time of the running period.' })
  price!: Money;
}

/** The consent to debit the next period. */
export class AutoRenew {
  @ApiProperty({ description: 'Whether the plan renews by itself.' })
  isOn!: boolean;

  @ApiProperty({ enum: planIds })
  plan!: PlanId;

  @ApiProperty({ type: Money, description: 'With GST.' })
  price!: Money;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is debited, at the earliest; its customer hears of it a day before.',
  })
  debitAt!: string | null;
}

/** Where the tenant's subscription stands. */
export class Subscription {
  @ApiProperty({ enum: statuses })
  status!: SubscriptionStatus;

  @ApiProperty({ enum: planIds, type: String, nullable: true })
  plan!: PlanId | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  periodStart!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  periodEnd!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Days left; a begun day counts.' })
  daysLeft!: number | null;

  @ApiProperty()
  cancelAtPeriodEnd!: boolean;

  @ApiProperty({ description: 'Edits can be saved: the period runs, or ended less than three days ago.' })
  canEdit!: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when a bank disputes the payment; no edits until that is decided.',
  })
  suspendedSince!: string | null;

  @ApiProperty({ type: NextPeriod, nullable: true, description: 'What is paid ahead; nobody buys more than one.' })
  next!: NextPeriod | null;

  @ApiProperty({
    enum: planIds,
    type: String,
    nullable: true,
    description: 'Another plan that was chosen for the time after the paid one.',
  })
  nextPlan!: PlanId | null;

  @ApiProperty({ type: OfferedUpgrade, nullable: true })
  upgrade!: OfferedUpgrade | null;

  @ApiProperty({ type: AutoRenew, nullable: true, description: 'Null while nobody has consented to debits.' })
  autoRenew!: AutoRenew | null;

  @ApiProperty({ type: [String], description: 'What the plan allows beyond editing, while edits can be saved.' })
  features!: readonly string[];
}

/** Who collects; the provider that is offered first unless another is named. */
class ProviderChoice {
  @ApiPropertyOptional({ enum: paymentProviderNames, description: 'The first that is offered, when left out.' })
  @Omittable()
  @IsIn(paymentProviderNames)
  provider?: PaymentProviderName;
}

/** Which plan is bought. Its price is ours to say. */
export class CheckoutBody extends ProviderChoice {
  @ApiProperty({ enum: planIds })
  @IsIn(planIds)
  plan!: PlanId;

  @ApiPropertyOptional({
    default: false,
    description: 'The plan renews by itself: the checkout asks for the consent to debit the next periods.',
  })
  @Omittable()
  @IsBoolean()
  autoRenew?: boolean;
}

/** How many packs of credits are bought. */
export class TopUpBody extends ProviderChoice {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: maxPacks })
  @IsInt()
  @Min(1)
  @Max(maxPacks)
  packs!: number;
}

/** A checkout to send the buyer to. */
export class Checkout {
  @ApiProperty({ format: 'uuid' })
  checkoutId!: string;

  @ApiProperty({ format: 'uri', description: 'The payment page: navigate there; it returns to the site.' })
  url!: string;
}

/** The checkout of an upgrade. */
export class PlanUpgrade extends Checkout {
  @ApiProperty({ type: Money, description: 'With GST, reduced by the unused time of the running period.' })
  amount!: Money;
}

/** A plan that begins after the paid time. */
export class PlanChange {
  @ApiProperty({ format: 'date-time' })
  effectiveAt!: string;
}

/** A payment and what it bought. */
export class Payment {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['plan', 'upgrade', 'top_up'] })
  kind!: 'plan' | 'upgrade' | 'top_up';

  @ApiProperty()
  description!: string;

  @ApiProperty({ type: Money })
  amount!: Money;

  @ApiProperty({ type: 'integer' })
  credits!: number;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;
}

/** A page of payments, newest first. */
export class PaymentPage {
  @ApiProperty({ type: [Payment] })
  payments!: Payment[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
