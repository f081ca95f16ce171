import type { ParameterTable } from './parameter-table';

/** The parameters of a new Checkout Session that an order may need. */
export const createSession: ParameterTable = {
  method: 'POST',
  path: '/v1/checkout/sessions',
  source: 'https://docs.stripe.com/api/checkout/sessions/create',
  readOn: '2026-11-30',
  parameters: [
    { name: 'mode', type: 'string', required: true, values: ['payment', 'setup', 'subscription'] },
    { name: 'client_reference_id', type: 'string', required: false, maxLength: 200 },
    { name: 'line_items[*][quantity]', type: 'integer', required: true, min: 1 },
    { name: 'line_items[*][price_data][currency]', type: 'string', required: true, values: ['inr'] },
    { name: 'line_items[*][price_data][unit_amount]', type: 'integer', required: true, min: 0 },
    { name: 'line_items[*][price_data][product_data][name]', type: 'string', required: true },
    { name: 'adaptive_pricing[enabled]', type: 'boolean', required: false },
    { name: 'metadata[*]', type: 'string', required: false, maxLength: 500 },
    { name: 'payment_intent_data[metadata][*]', type: 'string', required: false, maxLength: 500 },
    { name: 'payment_intent_data[description]', type: 'string', required: false },
    { name: 'success_url', type: 'string', required: true },
    { name: 'cancel_url', type: 'string', required: false },
    { name: 'customer_creation', type: 'string', required: false, values: ['always', 'if_required'] },
    { name: 'allowed_payment_method_types[*]', type: 'string', required: false },
    {
      name: 'payment_intent_data[setup_future_usage]',
      type: 'string',
      required: false,
      values: ['off_session', 'on_session'],
    },
    { name: 'payment_method_options[upi][mandate_options][amount]', type: 'integer', required: false, min: 1 },
    {
      name: 'payment_method_options[upi][mandate_options][amount_type]',
      type: 'string',
      required: false,
      values: ['fixed', 'maximum'],
    },
    { name: 'payment_method_options[upi][mandate_options][description]', type: 'string', required: false },
    { name: 'payment_method_options[upi][mandate_options][end_date]', type: 'integer', required: false },
  ],
};

/** The parameters of a payment without the customer, as a renewal needs them. */
export const createPaymentIntent: ParameterTable = {
  method: 'POST',
  path: '/v1/payment_intents',
  source: 'https://docs.stripe.com/api/payment_intents/create',
  readOn: '2026-12-01',
  parameters: [
    { name: 'amount', type: 'integer', required: true, min: 1 },
    { name: 'currency', type: 'string', required: true, values: ['inr'] },
    { name: 'confirm', type: 'boolean', required: false },
    { name: 'customer', type: 'string', required: false },
    { name: 'description', type: 'string', required: false },
    { name: 'metadata[*]', type: 'string', required: false, maxLength: 500 },
    { name: 'off_session', type: 'boolean', required: false },
    { name: 'payment_method', type: 'string', required: false },
    { name: 'allowed_payment_method_types[*]', type: 'string', required: false },
  ],
};

/** The parameters of a list of payments. */
export const listPaymentIntents: ParameterTable = {
  method: 'GET',
  path: '/v1/payment_intents',
  source: 'https://docs.stripe.com/api/payment_intents/list',
  readOn: '2026-12-01',
  parameters: [
    { name: 'customer', type: 'string', required: false },
    { name: 'limit', type: 'integer', required: false, min: 1, max: 100 },
    { name: 'starting_after', type: 'string', required: false },
    { name: 'ending_before', type: 'string', required: false },
  ],
};

/** Deleting a customer, which takes no parameters. */
export const deleteCustomer: ParameterTable = {
  method: 'DELETE',
  path: '/v1/customers/*',
  source: 'https://docs.stripe.com/api/customers/delete',
  readOn: '2026-12-01',
  parameters: [],
};

/** The parameters of the retrieval of a PaymentIntent. */
export const retrievePaymentIntent: ParameterTable = {
  method: 'GET',
  path: '/v1/payment_intents/*',
  source: 'https://docs.stripe.com/api/payment_intents/retrieve',
  readOn: '2026-11-30',
  parameters: [{ name: 'client_secret', type: 'string', required: false }],
};

/** The parameters of a refund. */
export const createRefund: ParameterTable = {
  method: 'POST',
  path: '/v1/refunds',
  source: 'https://docs.stripe.com/api/refunds/create',
  readOn: '2026-12-01',
  parameters: [
    { name: 'payment_intent', type: 'string', required: true },
    { name: 'amount', type: 'integer', required: false, min: 1 },
    { name: 'metadata[*]', type: 'string', required: false, maxLength: 500 },
    {
      name: 'reason',
      type: 'string',
      required: false,
      values: ['duplicate', 'fraudulent', 'requested_by_customer'],
    },
  ],
};

/** The parameters of a list of events. */
export const listEvents: ParameterTable = {
  method: 'GET',
  path: '/v1/events',
  source: 'https://docs.stripe.com/api/events/list',
  readOn: '2026-12-01',
  parameters: [
    { name: 'created[gt]', type: 'integer', required: false },
    { name: 'created[gte]', type: 'integer', required: false },
    { name: 'created[lt]', type: 'integer', required: false },
    { name: 'created[lte]', type: 'integer', required: false },
    { name: 'delivery_success', type: 'boolean', required: false },
    { name: 'ending_before', type: 'string', required: false },
    { name: 'limit', type: 'integer', required: false, min: 1, max: 100 },
    { name: 'starting_after', type: 'string', required: false },
    { name: 'type', type: 'string', required: false },
    { name: 'types[*]', type: 'string', required: false },
  ],
};

/** The parameters of ending an open Checkout Session. */
export const expireSession: ParameterTable = {
  method: 'POST',
  path: '/v1/checkout/sessions/*/expire',
  source: 'https://docs.stripe.com/api/checkout/sessions/expire',
  readOn: '2026-12-01',
  parameters: [],
};
