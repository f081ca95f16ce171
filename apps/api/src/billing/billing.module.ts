import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type ApiEnv, paymentProviderNames, type PaymentProviderName, paymentSecrets } from '@canar/api-env';
import { AuthModule } from '../auth';
import { CreditsModule } from '../credits';
import { InvoicesModule } from './invoices/invoices.module';
import { BillingAccountData } from './billing-account-data';
import { CheckoutController } from './checkout.controller';
import type { PaymentProvider } from './payments/payment-provider';
import { PaymentProviders } from './payments/payment-providers';
import { SandboxProvider } from './payments/sandbox-provider';
import { operatorControllers, operatorProviders } from './operators/operators';
import { PaymentsController } from './payments.controller';
import { PaymentAlarms } from './payment-alarms';
import { PlanChangeController } from './plan-changes/plan-change.controller';
import { OrderRepository } from './persistence/order.repository';
import { PaymentRepository } from './persistence/payment.repository';
import { SubscriptionRepository } from './persistence/subscription.repository';
import { SandboxController } from './sandbox.controller';
import { SubscriptionController } from './subscription.controller';
import { CancelSubscription } from './use-cases/cancel-subscription';
import { ApplyFacts } from './use-cases/apply-facts';
import { FindOrder } from './use-cases/find-order';
import { IngestPaymentEvent } from './use-cases/ingest-payment-event';
import { EndCheckouts } from './closing/end-checkouts';
import { EndMandates } from './closing/end-mandates';
import { ReconcilePayments } from './reconciliation/use-cases/reconcile-payments';
import { ReconcileProvider } from './reconciliation/use-cases/reconcile-provider';
import { RecordListedEvent } from './reconciliation/use-cases/record-listed-event';
import { ReconciliationRepository } from './reconciliation/reconciliation.repository';
import { SandboxEventRepository } from './persistence/sandbox-event.repository';
import { SandboxMandateRepository } from './persistence/sandbox-mandate.repository';
import { MandateRepository } from './renewals/mandate.repository';
import { RenewalMails } from './renewals/renewal-mails';
import { RenewalRepository } from './renewals/renewal.repository';
import { KnownRenewals } from './renewals/known-renewals';
import { RenewalAnswers } from './renewals/renewal-answers';
import { AnnounceRenewal } from './renewals/use-cases/announce-renewal';
import { DebitRenewal } from './renewals/use-cases/debit-renewal';
import { EndMandate } from './renewals/use-cases/end-mandate';
import { NotifyRenewal } from './renewals/use-cases/notify-renewal';
import { RequestUnwantedRefund } from './renewals/use-cases/request-unwanted-refund';
import { TakeRenewalStep } from './renewals/use-cases/take-renewal-step';
import { RefundUnwanted } from './renewals/use-cases/refund-unwanted';
import { RenewSubscriptions } from './renewals/use-cases/renew-subscriptions';
import { RenewTenant } from './renewals/use-cases/renew-tenant';
import { SwitchRenewal } from './renewals/use-cases/switch-renewal';
import { ReminderMails } from './reminders/reminder-mails';
import { ReminderRepository } from './reminders/reminder.repository';
import { RemindTenant } from './use-cases/remind-tenant';
import { SendReminders } from './use-cases/send-reminders';
import { ListPayments } from './use-cases/list-payments';
import { ListPlans } from './use-cases/list-plans';
import { NoteCheckout } from './use-cases/note-checkout';
import { OpenCheckout } from './use-cases/open-checkout';
import { PlaceOrder } from './use-cases/place-order';
import { ChangePlan } from './plan-changes/use-cases/change-plan';
import { FindReplaceable } from './plan-changes/use-cases/find-replaceable';
import { PlaceUpgrade } from './plan-changes/use-cases/place-upgrade';
import { ReadSubscription } from './use-cases/read-subscription';
import { RecordCapture } from './use-cases/record-capture';
import { RecordOutcome } from './use-cases/record-outcome';
import { SetPaymentAside } from './use-cases/set-payment-aside';
import { ApplyRefund } from './use-cases/apply-refund';
import { RecordDispute } from './use-cases/record-dispute';
import { RecordReversal } from './use-cases/record-reversal';
import { DisputeRepository } from './persistence/dispute.repository';
import { RecordRefund } from './use-cases/record-refund';
import { DeliverPayment } from './use-cases/deliver-payment';
import { TakeBackRefunded } from './use-cases/take-back-refunded';
import { RefundRepository } from './persistence/refund.repository';
import { RefundRequestRepository } from './persistence/refund-request.repository';
import { FailRefund } from './use-cases/fail-refund';
import { ResumeSubscription } from './use-cases/resume-subscription';
import { SettleOrder } from './use-cases/settle-order';
import { StoreUnknownEvent } from './use-cases/store-unknown-event';
import { WebhookController } from './webhook.controller';

const selling = [ListPlans, PlaceOrder, FindReplaceable, PlaceUpgrade, OpenCheckout, NoteCheckout];
const settling = [
  FindOrder,
  SettleOrder,
  RecordOutcome,
  RecordCapture,
  SetPaymentAside,
  ApplyFacts,
  PaymentAlarms,
  IngestPaymentEvent,
  StoreUnknownEvent,
];
const delivering = [
  DeliverPayment,
  RecordReversal,
  RecordDispute,
  DisputeRepository,
  RecordRefund,
  ApplyRefund,
  TakeBackRefunded,
  RefundRepository,
  RefundRequestRepository,
  FailRefund,
];
const reconciling = [ReconcilePayments, ReconcileProvider, RecordListedEvent, ReconciliationRepository];
const closing = [EndCheckouts, EndMandates];
const renewing = [
  RenewSubscriptions,
  RenewTenant,
  TakeRenewalStep,
  AnnounceRenewal,
  NotifyRenewal,
  DebitRenewal,
  EndMandate,
  KnownRenewals,
  RenewalAnswers,
  RefundUnwanted,
  RequestUnwantedRefund,
  SwitchRenewal,
  RenewalMails,
  RenewalRepository,
  MandateRepository,
];
const reminding = [SendReminders, RemindTenant, ReminderMails, ReminderRepository];
const subscribing = [ListPayments, ReadSubscription, ChangePlan, CancelSubscription, ResumeSubscription];

/** A payment provider's adapter, and the pages that it serves itself. */
interface Adapter {
  adapter: Type<PaymentProvider>;
  controllers: Type[];
}

/** Loads an adapter; the SDK of a provider that is not used stays away. */
const adapters: Record<PaymentProviderName, () => Adapter | Promise<Adapter>> = {
  stripe: async () => ({ adapter: (await import('./payments/stripe-provider')).StripeProvider, controllers: [] }),
  razorpay: async () => ({
    adapter: (await import('./payments/razorpay-provider')).RazorpayProvider,
    controllers: [(await import('./razorpay.controller')).RazorpayController],
  }),
  sandbox: () => ({ adapter: SandboxProvider, controllers: [SandboxController] }),
};

/** Buying. */
@Module({
  imports: [AuthModule, CreditsModule, InvoicesModule],
  controllers: [
    SubscriptionController,
    CheckoutController,
    PlanChangeController,
    PaymentsController,
    WebhookController,
    ...operatorControllers,
  ],
  providers: [
    ...selling,
    ...settling,
    ...delivering,
    ...subscribing,
    ...reminding,
    ...reconciling,
    ...closing,
    ...renewing,
    ...operatorProviders,
    OrderRepository,
    PaymentRepository,
    SubscriptionRepository,
    SandboxEventRepository,
    SandboxMandateRepository,
    BillingAccountData,
  ],
})
export class BillingModule {
  static async with(env: ApiEnv): Promise<DynamicModule> {
    const names = paymentProviderNames.filter((name) => isPresent(env, name));
    const present = await Promise.all(names.map((name) => adapters[name]()));
    const classes = present.map(({ adapter }) => adapter);
    const registry = {
      provide: PaymentProviders,
      inject: classes,
      useFactory: (...made: PaymentProvider[]) => new PaymentProviders(made, env.PAYMENT_PROVIDERS),
    };
    return {
      module: BillingModule,
      controllers: present.flatMap(({ controllers }) => controllers),
      providers: [...classes, registry],
    };
  }
}

/** A provider is present while it is offered; a former one while its secrets are configured, unless its orders cost nothing. */
function isPresent(env: ApiEnv, name: PaymentProviderName): boolean {
  const isFormer = collectsMoney(name) && paymentSecrets[name].every((secret) => env[secret]);
  return isFormer || env.PAYMENT_PROVIDERS.includes(name);
}

function collectsMoney(name: PaymentProviderName): boolean {
  return name !== 'sandbox';
}
