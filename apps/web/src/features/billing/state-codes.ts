import type { BillingDetails } from '@/lib/api/types';

/** The code of a state or union territory of India in GST. */
export type StateCode = NonNullable<BillingDetails['state']>;

const codes: Record<StateCode, true> = {
  '01': true,
  '02': true,
  '03': true,
  '04': true,
  '05': true,
  '06': true,
  '07': true,
  '08': true,
  '09': true,
  '10': true,
  '11': true,
  '12': true,
  '13': true,
  '14': true,
  '15': true,
  '16': true,
  '17': true,
  '18': true,
  '19': true,
  '20': true,
  '21': true,
  '22': true,
  '23': true,
  '24': true,
  '26': true,
  '27': true,
  '29': true,
  '30': true,
  '31': true,
  '32': true,
  '33': true,
  '34': true,
  '35': true,
  '36': true,
  '37': true,
  '38': true,
  '97': true,
};

/** Every code that the API takes. */
export const stateCodes = Object.keys(codes) as StateCode[];

/** Whether a text is such a code. */
export function isStateCode(text: string): text is StateCode {
  return text in codes;
}
