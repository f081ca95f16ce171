import { type Locale, locales } from '@canar/languages';

interface LockedPageWords {
  title: string;
  body: string;
  label: string;
  open: string;
  wrong: string;
  'too-many': string;
}

/** The words of the page that asks for a password. */
export const lockedPageWords: Record<Locale, LockedPageWords> = {
  en: {
    title: 'This profile is protected',
    body: 'Enter the password that came with the link.',
    label: 'Password',
    open: 'Open the profile',
    wrong: 'That is not the password. Check it and try again.',
    'too-many': 'Too many attempts. Wait a minute and try again.',
  },
  hi: {
    title: 'यह प्रोफ़ाइल सुरक्षित है',
    body: 'लिंक के साथ मिला पासवर्ड भरिए।',
    label: 'पासवर्ड',
    open: 'प्रोफ़ाइल खोलें',
    wrong: 'यह पासवर्ड सही नहीं है। जाँचकर फिर कोशिश कीजिए।',
    'too-many': 'बहुत बार कोशिश हुई। एक मिनट रुककर फिर कोशिश कीजिए।',
  },
  ta: {
    title: 'இந்தச் சுயவிவரம் பாதுகாக்கப்பட்டுள்ளது',
    body: 'இணைப்புடன் வந்த கடவுச்சொல்லை எழுதுங்கள்.',
    label: 'கடவுச்சொல்',
    open: 'சுயவிவரத்தைத் திற',
    wrong: 'இது சரியான கடவுச்சொல் அல்ல. சரிபார்த்து மீண்டும் முயலுங்கள்.',
    'too-many': 'பல முறை முயன்றுவிட்டீர்கள். ஒரு நிமிடம் காத்திருந்து மீண்டும் முயலுங்கள்.',
  },
};

/** The first language of an Accept-Language header that the page has; English else. */
export function lockedPageLanguage(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((range) => range.trim().split(/[-;]/)[0]?.toLowerCase());
  return wanted.flatMap((language) => locales.find((locale) => locale === language) ?? [])[0] ?? locales[0];
}
