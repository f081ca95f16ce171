import type { ParameterTable } from './parameter-table';

const readOn = '2026-11-30';

/** What an order asks for in addition, so that its payment gives a mandate; its source is `createCustomer`'s. The maximum of cards is ₹15,000. */
const consent: ParameterTable['parameters'] = [
  { name: 'token[max_amount]', type: 'integer', required: false, min: 100, max: 1_500_000 },
  { name: 'token[expire_at]', type: 'integer', required: false },
  { name: 'token[frequency]', type: 'string', required: false, values: ['as_presented', 'monthly'] },
];

/** The parameters of a customer. */
export const createCustomer: ParameterTable = {
  method: 'POST',
  path: '/v1/customers',
  source: 'https://razorpay.com/docs/api/payments/recurring-payments/cards/create-authorization-transaction',
  readOn: '2026-12-01',
  parameters: [
    { name: 'name', type: 'string', required: true, maxLength: 50 },
    { name: 'email', type: 'string', required: false, maxLength: 64 },
    { name: 'contact', type: 'string', required: false, maxLength: 15 },
    { name: 'fail_existing', type: 'integer', required: false, values: ['0', '1'] },
    { name: 'notes[*]', type: 'string', required: false, maxLength: 256 },
  ],
};

/** The parameters of a debit by a mandate. */
export const createRecurringPayment: ParameterTable = {
  method: 'POST',
  path: '/v1/payments/create/recurring',
  source: 'https://razorpay.com/docs/api/payments/recurring-payments/upi/create-subsequent-payments',
  readOn: '2026-12-01',
  parameters: [
    { name: 'email', type: 'string', required: true },
    { name: 'contact', type: 'string', required: true },
    { name: 'amount', type: 'integer', required: true, min: 100 },
    { name: 'currency', type: 'string', required: true, values: ['INR'] },
    { name: 'order_id', type: 'string', required: true },
    { name: 'customer_id', type: 'string', required: true },
    { name: 'token', type: 'string', required: true },
    { name: 'recurring', type: 'string', required: true, values: ['1'] },
    { name: 'description', type: 'string', required: false, maxLength: 255 },
    { name: 'notes[*]', type: 'string', required: false, maxLength: 256 },
  ],
};

/** The payments of an order, which take no parameters. */
export const fetchOrderPayments: ParameterTable = {
  method: 'GET',
  path: '/v1/orders/*/payments',
  source: 'https://razorpay.com/docs/api/orders/fetch-payments',
  readOn: '2026-12-01',
  parameters: [],
};

/** Ending a mandate, which takes no parameters. */
export const deleteToken: ParameterTable = {
  method: 'DELETE',
  path: '/v1/customers/*/tokens/*',
  source: 'https://razorpay.com/docs/api/payments/recurring-payments/upi/tokens',
  readOn: '2026-12-01',
  parameters: [],
};

/** The options of the standard checkout that takes a consent. */
export const standardCheckout: ParameterTable = {
  method: 'POST',
  path: '',
  source: 'https://razorpay.com/docs/api/payments/recurring-payments/cards/create-authorization-transaction',
  readOn: '2026-12-01',
  parameters: [
    { name: 'key', type: 'string', required: true },
    { name: 'order_id', type: 'string', required: true },
    { name: 'customer_id', type: 'string', required: true },
    { name: 'recurring', type: 'string', required: true, values: ['1', 'preferred'] },
    { name: 'name', type: 'string', required: false },
    { name: 'description', type: 'string', required: false, maxLength: 255 },
    { name: 'callback_url', type: 'string', required: false },
    { name: 'redirect', type: 'boolean', required: false },
  ],
};

/** The parameters of a new order. */
export const createOrder: ParameterTable = {
  method: 'POST',
  path: '/v1/orders',
  source: 'https://razorpay.com/docs/api/orders/create',
  readOn,
  parameters: [
    { name: 'amount', type: 'integer', required: true, min: 100 },
    { name: 'currency', type: 'string', required: true, values: ['INR'] },
    { name: 'receipt', type: 'string', required: false, maxLength: 40 },
    { name: 'notes[*]', type: 'string', required: false, maxLength: 256 },
    { name: 'partial_payment', type: 'boolean', required: false },
    { name: 'payment_capture', type: 'boolean', required: false },
    { name: 'customer_id', type: 'string', required: false },
    ...consent,
    { name: 'payment[capture]', type: 'string', required: false, values: ['automatic', 'manual'] },
    { name: 'payment[capture_options][automatic_expiry_period]', type: 'integer', required: false, min: 12 },
    { name: 'payment[capture_options][manual_expiry_period]', type: 'integer', required: false, min: 12 },
    {
      name: 'payment[capture_options][refund_speed]',
      type: 'string',
      required: false,
      values: ['optimum', 'normal'],
    },
  ],
};

/** The parameters of a list of orders. */
export const listOrders: ParameterTable = {
  method: 'GET',
  path: '/v1/orders',
  source: 'https://razorpay.com/docs/api/orders/fetch-all',
  readOn,
  parameters: [
    { name: 'receipt', type: 'string', required: false, maxLength: 40 },
    { name: 'count', type: 'integer', required: false, min: 1 },
    { name: 'skip', type: 'integer', required: false, min: 0 },
    { name: 'from', type: 'integer', required: false },
    { name: 'to', type: 'integer', required: false },
    { name: 'authorized', type: 'integer', required: false, values: ['0', '1'] },
  ],
};

/** The fields of the form of the hosted checkout. */
export const hostedCheckout: ParameterTable = {
  method: 'POST',
  path: '/v1/checkout/embedded',
  source: 'https://razorpay.com/docs/payments/payment-gateway/web-integration/hosted/integration-steps',
  readOn,
  parameters: [
    { name: 'key_id', type: 'string', required: true },
    { name: 'order_id', type: 'string', required: true },
    { name: 'name', type: 'string', required: true },
    { name: 'description', type: 'string', required: false, maxLength: 255 },
    { name: 'image', type: 'string', required: false },
    { name: 'prefill[*]', type: 'string', required: false },
    { name: 'notes[*]', type: 'string', required: false, maxLength: 256 },
    { name: 'callback_url', type: 'string', required: false },
    { name: 'cancel_url', type: 'string', required: false },
  ],
};

/** The parameters of a refund that may be asked for again. */
export const createRefund: ParameterTable = {
  method: 'POST',
  path: '/v1/payments/*/refund',
  source: 'https://razorpay.com/docs/api/refunds/normal-refunds-idempotent',
  readOn: '2026-12-01',
  parameters: [
    { name: 'amount', type: 'integer', required: false, min: 100 },
    { name: 'speed', type: 'string', required: false, values: ['normal', 'optimum'] },
    { name: 'receipt', type: 'string', required: false, maxLength: 40 },
    { name: 'notes[*]', type: 'string', required: false, maxLength: 256 },
  ],
};

const span: ParameterTable['parameters'] = [
  { name: 'from', type: 'integer', required: false },
  { name: 'to', type: 'integer', required: false },
  { name: 'count', type: 'integer', required: false, min: 1, max: 100 },
  { name: 'skip', type: 'integer', required: false, min: 0 },
];

function list(path: string, source: string): ParameterTable {
  return { method: 'GET', path, source, readOn: '2026-12-01', parameters: span };
}

/** The parameters of lists. */
export const listsOf = {
  payments: list('/v1/payments', 'https://razorpay.com/docs/api/payments/fetch-all-payments'),
  refunds: list('/v1/refunds', 'https://razorpay.com/docs/api/refunds/fetch-all'),
  disputes: list('/v1/disputes', 'https://razorpay.com/docs/api/disputes/fetch-all'),
};

/** The parameters of one payment. */
export const fetchPayment: ParameterTable = {
  method: 'GET',
  path: '/v1/payments/*',
  source: 'https://razorpay.com/docs/api/payments/fetch-with-id',
  readOn: '2026-12-01',
  parameters: [{ name: 'expand[]', type: 'string', required: false }],
};
