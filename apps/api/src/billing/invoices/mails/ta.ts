import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Tamil. */
export const ta: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar-இலிருந்து உங்கள் இன்வாய்ஸ் ${number}`,
    paragraphs: [
      `நன்றி, ${name}. உங்கள் ${amount} கட்டணம் வந்தது. இது அதன் இன்வாய்ஸ் ${number}.`,
      `எல்லா இன்வாய்ஸ்களையும் பில்லிங் பக்கத்திலிருந்து PDF ஆகப் பதிவிறக்கலாம்: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar-இலிருந்து உங்கள் கிரெடிட் நோட் ${number}`,
    paragraphs: [
      `வணக்கம் ${name}. உங்கள் கட்டணத்தில் ${amount} திருப்பப்பட்டது. இது அதன் கிரெடிட் நோட் ${number}. வங்கியில் பணம் சேர சில நாட்கள் ஆகும்.`,
      `எல்லா ஆவணங்களையும் பில்லிங் பக்கத்திலிருந்து PDF ஆகப் பதிவிறக்கலாம்: ${link}`,
    ],
  }),
};
