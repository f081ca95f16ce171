import type { InvoiceMailTexts } from './mail-texts';

/** The mails in English. */
export const en: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Your invoice ${number} from Canar`,
    paragraphs: [
      `Thank you, ${name}. Your payment of ${amount} has arrived, and this is its invoice ${number}.`,
      `All invoices can be downloaded as PDF from the billing page: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Your credit note ${number} from Canar`,
    paragraphs: [
      `Hello ${name}. ${amount} of your payment was refunded, and this is the credit note ${number}. Banks take some days until the money arrives.`,
      `All documents can be downloaded as PDF from the billing page: ${link}`,
    ],
  }),
};
