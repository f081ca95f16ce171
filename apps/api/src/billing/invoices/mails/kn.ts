import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Kannada. */
export const kn: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar ನಿಂದ ನಿಮ್ಮ ಇನ್‌ವಾಯ್ಸ್ ${number}`,
    paragraphs: [
      `ಧನ್ಯವಾದ, ${name}. ನಿಮ್ಮ ${amount} ಪಾವತಿ ತಲುಪಿದೆ. ಇದು ಅದರ ಇನ್‌ವಾಯ್ಸ್ ${number}.`,
      `ಎಲ್ಲ ಇನ್‌ವಾಯ್ಸ್‌ಗಳನ್ನು ಬಿಲ್ಲಿಂಗ್ ಪುಟದಿಂದ PDF ಆಗಿ ಡೌನ್‌ಲೋಡ್ ಮಾಡಬಹುದು: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar ನಿಂದ ನಿಮ್ಮ ಕ್ರೆಡಿಟ್ ನೋಟ್ ${number}`,
    paragraphs: [
      `ನಮಸ್ಕಾರ ${name}. ನಿಮ್ಮ ಪಾವತಿಯಲ್ಲಿ ${amount} ಹಿಂತಿರುಗಿಸಲಾಗಿದೆ. ಇದು ಅದರ ಕ್ರೆಡಿಟ್ ನೋಟ್ ${number}. ಬ್ಯಾಂಕ್‌ಗೆ ಹಣ ತಲುಪಲು ಕೆಲವು ದಿನ ಬೇಕು.`,
      `ಎಲ್ಲ ದಾಖಲೆಗಳನ್ನು ಬಿಲ್ಲಿಂಗ್ ಪುಟದಿಂದ PDF ಆಗಿ ಡೌನ್‌ಲೋಡ್ ಮಾಡಬಹುದು: ${link}`,
    ],
  }),
};
