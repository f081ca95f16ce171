import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Marathi. */
export const mr: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar कडून तुमचे इनव्हॉइस ${number}`,
    paragraphs: [
      `धन्यवाद, ${name}. तुमचे ${amount} चे पेमेंट मिळाले. हे त्याचे इनव्हॉइस ${number} आहे.`,
      `सर्व इनव्हॉइस बिलिंग पेजवरून PDF म्हणून डाउनलोड करता येतात: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar कडून तुमची क्रेडिट नोट ${number}`,
    paragraphs: [
      `नमस्कार ${name}. तुमच्या पेमेंटमधील ${amount} परत केले आहेत. ही त्याची क्रेडिट नोट ${number} आहे. बँकेत पैसे पोहोचायला काही दिवस लागतात.`,
      `सर्व कागदपत्रे बिलिंग पेजवरून PDF म्हणून डाउनलोड करता येतात: ${link}`,
    ],
  }),
};
