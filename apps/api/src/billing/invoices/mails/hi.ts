import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Hindi. */
export const hi: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar से आपका इनवॉइस ${number}`,
    paragraphs: [
      `धन्यवाद, ${name}। ${amount} का आपका भुगतान मिल गया है। यह उसका इनवॉइस ${number} है।`,
      `सारे इनवॉइस बिलिंग पेज से PDF में डाउनलोड किए जा सकते हैं: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar से आपका क्रेडिट नोट ${number}`,
    paragraphs: [
      `नमस्ते ${name}। आपके भुगतान में से ${amount} लौटा दिए गए हैं। यह उसका क्रेडिट नोट ${number} है। बैंक में पैसे पहुँचने में कुछ दिन लगते हैं।`,
      `सारे दस्तावेज़ बिलिंग पेज से PDF में डाउनलोड किए जा सकते हैं: ${link}`,
    ],
  }),
};
