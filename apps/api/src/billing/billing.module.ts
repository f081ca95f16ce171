import { type DynamicModule, Module } from '@nestjs/common';
import type { ApiEnv } from '@canar/api-env';
import { CreditsModule } from '../credits';
import { CheckoutController } from './checkout.controller';
import { PaymentProvider } from './payments/payment-provider';
import { SandboxProvider } from './payments/sandbox-provider';
import { PaymentsController } from './payments.controller';
import { CheckoutRepository } from './persistence/checkout.repository';
import { PaymentRepository } from './persistence/payment.repository';
import { SubscriptionRepository } from './persistence/subscription.repository';
import { SandboxController } from './sandbox.controller';
import { SubscriptionController } from './subscription.controller';
import { CancelSubscription } from './use-cases/cancel-subscription';
import { DeliverPurchase } from './use-cases/deliver-purchase';
import { FindCheckout } from './use-cases/find-checkout';
import { IngestPaymentEvent } from './use-cases/ingest-payment-event';
import { ListPayments } from './use-cases/list-payments';
import { ListPlans } from './use-cases/list-plans';
import { OpenAtProvider } from './use-cases/open-at-provider';
import { OpenCheckout } from './use-cases/open-checkout';
import { ReadSubscription } from './use-cases/read-subscription';
import { ResumeSubscription } from './use-cases/resume-subscription';
import { SettleCheckout } from './use-cases/settle-checkout';
import { WebhookController } from './webhook.controller';

const selling = [ListPlans, OpenAtProvider, OpenCheckout];
const settling = [FindCheckout, SettleCheckout, DeliverPurchase, IngestPaymentEvent, ListPayments];
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
  providers: [...selling, ...settling, ...subscribing, CheckoutRepository, PaymentRepository, SubscriptionRepository],
})
export class BillingModule {
  static with(env: ApiEnv): DynamicModule {
    return { module: BillingModule, ...providers[env.PAYMENT_PROVIDER] };
  }
}
