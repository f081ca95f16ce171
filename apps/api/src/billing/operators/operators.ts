import { OperatorPaymentsController } from './operator-payments.controller';
import { OperatorRefundsController } from './operator-refunds.controller';
import { OperatedPaymentRepository } from './persistence/operated-payment.repository';
import { ExplainPayment } from './use-cases/explain-payment';
import { ListOperatedPayments } from './use-cases/list-operated-payments';
import { ListWaitingPayments } from './use-cases/list-waiting-payments';
import { NoteRefund } from './use-cases/note-refund';
import { RequestRefund } from './use-cases/request-refund';
import { SendRefund } from './use-cases/send-refund';

/** The routes of operators in this module. */
export const operatorControllers = [OperatorPaymentsController, OperatorRefundsController];

/** What these routes need. */
export const operatorProviders = [
  OperatedPaymentRepository,
  ListOperatedPayments,
  ListWaitingPayments,
  ExplainPayment,
  RequestRefund,
  SendRefund,
  NoteRefund,
];
