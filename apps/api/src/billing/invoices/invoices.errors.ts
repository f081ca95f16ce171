import { problem } from '../../platform/errors/problem';

export const gstinInvalid = problem('invalid', 'gstin.invalid', 'This is not a GSTIN: a character is wrong.');
export const gstinOfAnotherState = problem('invalid', 'gstin.state', 'The GSTIN belongs to another state.');
export const eInvoiceIncomplete = problem(
  'conflict',
  'e-invoice.incomplete',
  'An e-invoice needs a place and a PIN code in the addresses of seller and buyer.',
);
export const invoiceFailed = problem('invalid', 'invoice.failed', 'This document could not be printed.');
