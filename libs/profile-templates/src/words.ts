/** The words that templates add. */
export interface Words {
  email: string;
  phone: string;
  web: string;
  place: string;
  pdf: string;
  vcard: string;
  json: string;
  cv: string;
  downloads: string;
  courses: string;
  madeWith: string;
  demonstration: string;
  photoOf: (name: string) => string;
  unnamed: string;
}

const english: Words = {
  email: 'Email',
  phone: 'Phone',
  web: 'Web',
  place: 'Place',
  pdf: 'Download PDF',
  vcard: 'Contact card',
  json: 'JSON Resume',
  cv: 'CV',
  downloads: 'Downloads',
  courses: 'Courses',
  madeWith: 'Made with Canar',
  demonstration: 'This is a demonstration. Nothing here is real.',
  photoOf: (name) => `Photo of ${name}`,
  unnamed: 'Profile',
};

const hindi: Words = {
  email: 'ईमेल',
  phone: 'फ़ोन',
  web: 'वेब',
  place: 'स्थान',
  pdf: 'PDF डाउनलोड करें',
  vcard: 'संपर्क कार्ड',
  json: 'JSON Resume',
  cv: 'सीवी',
  downloads: 'डाउनलोड',
  courses: 'पाठ्यक्रम',
  madeWith: 'Canar से बनाया गया',
  demonstration: 'यह एक नमूना है। यहाँ कुछ भी वास्तविक नहीं है।',
  photoOf: (name) => `${name} की तस्वीर`,
  unnamed: 'प्रोफ़ाइल',
};

// Place, email, phone and web beside the contact details, in the languages that only have section titles otherwise.
const contactLabels: Record<string, string> = {
  mr: 'ठिकाण|ईमेल|फोन|वेब',
  bn: 'স্থান|ইমেল|ফোন|ওয়েব',
  ta: 'இடம்|மின்னஞ்சல்|தொலைபேசி|இணையம்',
  te: 'ప్రదేశం|ఈమెయిల్|ఫోన్|వెబ్',
  gu: 'સ્થળ|ઇમેઇલ|ફોન|વેબ',
  kn: 'ಸ್ಥಳ|ಇಮೇಲ್|ಫೋನ್|ವೆಬ್',
  pa: 'ਸਥਾਨ|ਈਮੇਲ|ਫ਼ੋਨ|ਵੈੱਬ',
  ml: 'സ്ഥലം|ഇമെയിൽ|ഫോൺ|വെബ്',
  he: 'מקום|דוא״ל|טלפון|אתר',
  ko: '거주지|이메일|전화|웹',
  de: 'Ort|E-Mail|Telefon|Web',
  fr: 'Lieu|E-mail|Téléphone|Web',
  es: 'Lugar|Correo|Teléfono|Web',
  ar: 'المكان|البريد الإلكتروني|الهاتف|الموقع',
  zh: '所在地|邮箱|电话|网站',
  ja: '所在地|メール|電話|ウェブ',
};

/** The words of a locale's language; English by default. */
export function wordsOf(locale: string): Words {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  if (language === 'hi') return hindi;
  const labels = Object.hasOwn(contactLabels, language) ? contactLabels[language] : undefined;
  if (labels === undefined) return english;
  const [place = '', email = '', phone = '', web = ''] = labels.split('|');
  return { ...english, place, email, phone, web };
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

/** The writing direction of a locale. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The direction of the first letter that has one (Hebrew, Arabic and their kin run from right to left); `null` without letters. */
export function directionOfText(text: string): 'ltr' | 'rtl' | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (!letter) return null;
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : 'ltr';
}
