import { type DynamicModule, Module } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { CreditsModule } from '../credits';
import { CheckoutController } from './checkout.controller';
import { PaymentProvider } from './payments/payment-provider';
import { SandboxProvider } from './payments/sandbox-provider';
import { PaymentsController } from './payments.controller';
import { PaymentAlarms } from './payment-alarms';
import { OrderRepository } from './persistence/order.repository';
import { PaymentRepository } from './persistence/payment.repository';
import { SubscriptionRepository } from './persistence/subscription.repository';
import { SandboxController } from './sandbox.controller';
import { SubscriptionController } from './subscription.controller';
import { CancelSubscription } from './use-cases/cancel-subscription';
import { ApplyFacts } from './use-cases/apply-facts';
import { FindOrder } from './use-cases/find-order';
import { IngestPaymentEvent } from './use-cases/ingest-payment-event';
import { ListPayments } from './use-cases/list-payments';
import { ListPlans } from './use-cases/list-plans';
import { NoteCheckout } from './use-cases/note-checkout';
import { OpenCheckout } from './use-cases/open-checkout';
import { PlaceOrder } from './use-cases/place-order';
import { ReadSubscription } from './use-cases/read-subscription';
import { RecordCapture } from './use-cases/record-capture';
import { ResumeSubscription } from './use-cases/resume-subscription';
import { SettleOrder } from './use-cases/settle-order';
import { WebhookController } from './webhook.controller';

const selling = [ListPlans, PlaceOrder, OpenCheckout, NoteCheckout];
const settling = [FindOrder, SettleOrder, RecordCapture, ApplyFacts, PaymentAlarms, IngestPaymentEvent, ListPayments];
const subscribing = [ReadSubscription, CancelSubscription, ResumeSubscription];

/** What each payment provider brings along: its adapter, and the pages that it serves itself. */
const providers: Record<ApiEnv['PAYMENT_PROVIDER'], Pick<DynamicModule, 'providers' | 'controllers'>> = {
  sandbox: {
    providers: [SandboxProvider, { provide: PaymentProvider, useExisting: SandboxProvider }],
    controllers: [SandboxController],
  },
};

/** Buying. */
@Module({
  imports: [CreditsModule],
  controllers: [SubscriptionController, CheckoutController, PaymentsController, WebhookController],
  providers: [...selling, ...settling, ...subscribing, OrderRepository, PaymentRepository, SubscriptionRepository],
})
export class BillingModule {
  static with(env: ApiEnv): DynamicModule {
    return { module: BillingModule, ...providers[env.PAYMENT_PROVIDER] };
  }
}
