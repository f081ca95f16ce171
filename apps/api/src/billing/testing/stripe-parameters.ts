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
  ],
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
