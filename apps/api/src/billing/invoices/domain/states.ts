/** The states and union territories of India, by their codes in GST. */
export const states = {
  '01': 'Jammu and Kashmir',
  '02': 'Himachal Pradesh',
  '03': 'Punjab',
  '04': 'Chandigarh',
  '05': 'Uttarakhand',
  '06': 'Haryana',
  '07': 'Delhi',
  '08': 'Rajasthan',
  '09': 'Uttar Pradesh',
  '10': 'Bihar',
  '11': 'Sikkim',
  '12': 'Arunachal Pradesh',
  '13': 'Nagaland',
  '14': 'Manipur',
  '15': 'Mizoram',
  '16': 'Tripura',
  '17': 'Meghalaya',
  '18': 'Assam',
  '19': 'West Bengal',
  '20': 'Jharkhand',
  '21': 'Odisha',
  '22': 'Chhattisgarh',
  '23': 'Madhya Pradesh',
  '24': 'Gujarat',
  '26': 'Dadra and Nagar Haveli and Daman and Diu',
  '27': 'Maharashtra',
  '29': 'Karnataka',
  '30': 'Goa',
  '31': 'Lakshadweep',
  '32': 'Kerala',
  '33': 'Tamil Nadu',
  '34': 'Puducherry',
  '35': 'Andaman and Nicobar Islands',
  '36': 'Telangana',
  '37': 'Andhra Pradesh',
  '38': 'Ladakh',
  '97': 'Other Territory',
} as const;

/** The code of a state or union territory in GST. */
export type StateCode = keyof typeof states;

/** The codes, in the order of the names. */
export const stateCodes = (Object.keys(states) as StateCode[]).sort((one, other) =>
  states[one] < states[other] ? -1 : 1,
);

/** Union territories without a legislature, whose part of the tax is UTGST. */
const withoutLegislature: ReadonlySet<StateCode> = new Set(['04', '26', '31', '35', '38', '97']);

/** Whether a text is the code of a state. */
export function isStateCode(code: string): code is StateCode {
  return code in states;
}

/** What the state's part of the tax is called on a supply within it. */
export function stateTaxName(state: StateCode): 'SGST' | 'UTGST' {
  return withoutLegislature.has(state) ? 'UTGST' : 'SGST';
}
