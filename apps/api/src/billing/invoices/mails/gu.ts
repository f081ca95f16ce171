import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Gujarati. */
export const gu: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar તરફથી તમારું ઇન્વૉઇસ ${number}`,
    paragraphs: [
      `આભાર, ${name}. તમારી ${amount} ની ચુકવણી મળી ગઈ છે. આ તેનું ઇન્વૉઇસ ${number} છે.`,
      `બધાં ઇન્વૉઇસ બિલિંગ પેજ પરથી PDF તરીકે ડાઉનલોડ કરી શકાય છે: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar તરફથી તમારી ક્રેડિટ નોટ ${number}`,
    paragraphs: [
      `નમસ્તે ${name}. તમારી ચુકવણીમાંથી ${amount} પાછા આપ્યા છે. આ તેની ક્રેડિટ નોટ ${number} છે. બેંકમાં પૈસા પહોંચતાં થોડા દિવસ લાગે છે.`,
      `બધા દસ્તાવેજો બિલિંગ પેજ પરથી PDF તરીકે ડાઉનલોડ કરી શકાય છે: ${link}`,
    ],
  }),
};
