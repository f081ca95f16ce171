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
  te: {
    title: 'ఈ ప్రొఫైల్‌కు రక్షణ ఉంది',
    body: 'లింక్‌తో పాటు వచ్చిన పాస్‌వర్డ్ రాయండి.',
    label: 'పాస్‌వర్డ్',
    open: 'ప్రొఫైల్ తెరవండి',
    wrong: 'ఇది సరైన పాస్‌వర్డ్ కాదు. చూసుకుని మళ్లీ ప్రయత్నించండి.',
    'too-many': 'చాలాసార్లు ప్రయత్నించారు. ఒక నిమిషం ఆగి మళ్లీ ప్రయత్నించండి.',
  },
  bn: {
    title: 'এই প্রোফাইলটি সুরক্ষিত',
    body: 'লিংকের সঙ্গে পাওয়া পাসওয়ার্ডটি লিখুন।',
    label: 'পাসওয়ার্ড',
    open: 'প্রোফাইল খুলুন',
    wrong: 'পাসওয়ার্ডটি ঠিক নয়। দেখে নিয়ে আবার চেষ্টা করুন।',
    'too-many': 'অনেকবার চেষ্টা করা হয়েছে। এক মিনিট পরে আবার চেষ্টা করুন।',
  },
  mr: {
    title: 'हे प्रोफाइल संरक्षित आहे',
    body: 'लिंकसोबत मिळालेला पासवर्ड लिहा.',
    label: 'पासवर्ड',
    open: 'प्रोफाइल उघडा',
    wrong: 'हा पासवर्ड बरोबर नाही. तपासून पुन्हा प्रयत्न करा.',
    'too-many': 'खूप वेळा प्रयत्न झाला. एक मिनिट थांबून पुन्हा प्रयत्न करा.',
  },
  gu: {
    title: 'આ પ્રોફાઇલ સુરક્ષિત છે',
    body: 'લિંક સાથે મળેલો પાસવર્ડ લખો.',
    label: 'પાસવર્ડ',
    open: 'પ્રોફાઇલ ખોલો',
    wrong: 'આ પાસવર્ડ સાચો નથી. ચકાસીને ફરી પ્રયત્ન કરો.',
    'too-many': 'ઘણી વાર પ્રયત્ન થયો. એક મિનિટ રાહ જોઈને ફરી પ્રયત્ન કરો.',
  },
  kn: {
    title: 'ಈ ಪ್ರೊಫೈಲ್ ಸುರಕ್ಷಿತವಾಗಿದೆ',
    body: 'ಲಿಂಕ್ ಜೊತೆ ಬಂದ ಪಾಸ್‌ವರ್ಡ್ ಬರೆಯಿರಿ.',
    label: 'ಪಾಸ್‌ವರ್ಡ್',
    open: 'ಪ್ರೊಫೈಲ್ ತೆರೆಯಿರಿ',
    wrong: 'ಇದು ಸರಿಯಾದ ಪಾಸ್‌ವರ್ಡ್ ಅಲ್ಲ. ಪರಿಶೀಲಿಸಿ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.',
    'too-many': 'ತುಂಬಾ ಸಲ ಪ್ರಯತ್ನಿಸಲಾಗಿದೆ. ಒಂದು ನಿಮಿಷ ಬಿಟ್ಟು ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.',
  },
};

/** The first language of an Accept-Language header that the page has; English else. */
export function lockedPageLanguage(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((range) => range.trim().split(/[-;]/)[0]?.toLowerCase());
  return wanted.flatMap((language) => locales.find((locale) => locale === language) ?? [])[0] ?? locales[0];
}
