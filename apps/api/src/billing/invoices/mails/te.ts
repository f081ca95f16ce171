import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Telugu. */
export const te: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar నుంచి మీ ఇన్‌వాయిస్ ${number}`,
    paragraphs: [
      `ధన్యవాదాలు, ${name}. మీ ${amount} చెల్లింపు అందింది. ఇది దాని ఇన్‌వాయిస్ ${number}.`,
      `ఇన్‌వాయిస్‌లన్నీ బిల్లింగ్ పేజీ నుంచి PDF గా డౌన్‌లోడ్ చేసుకోవచ్చు: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar నుంచి మీ క్రెడిట్ నోట్ ${number}`,
    paragraphs: [
      `నమస్కారం ${name}. మీ చెల్లింపులో ${amount} తిరిగి ఇచ్చాము. ఇది దాని క్రెడిట్ నోట్ ${number}. బ్యాంకులో డబ్బు చేరడానికి కొన్ని రోజులు పడుతుంది.`,
      `పత్రాలన్నీ బిల్లింగ్ పేజీ నుంచి PDF గా డౌన్‌లోడ్ చేసుకోవచ్చు: ${link}`,
    ],
  }),
};
