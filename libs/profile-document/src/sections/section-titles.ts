// Titles of the twelve standard sections, in the order of `sections`, in each language that has a word for "until now" as well.
const titles: Record<string, string> = {
  hi: 'परिचय|कार्य अनुभव|शिक्षा|परियोजनाएँ|कौशल|स्वयंसेवा|पुरस्कार|प्रमाणपत्र|प्रकाशन|भाषाएँ|रुचियाँ|संदर्भ',
  mr: 'परिचय|कामाचा अनुभव|शिक्षण|प्रकल्प|कौशल्ये|स्वयंसेवा|पुरस्कार|प्रमाणपत्रे|प्रकाशने|भाषा|आवडी|संदर्भ',
  bn: 'পরিচিতি|কর্ম অভিজ্ঞতা|শিক্ষা|প্রকল্প|দক্ষতা|স্বেচ্ছাসেবা|পুরস্কার|সনদপত্র|প্রকাশনা|ভাষা|আগ্রহ|রেফারেন্স',
  ta: 'சுயவிவரம்|பணி அனுபவம்|கல்வி|திட்டங்கள்|திறன்கள்|தன்னார்வப் பணி|விருதுகள்|சான்றிதழ்கள்|வெளியீடுகள்|மொழிகள்|ஆர்வங்கள்|பரிந்துரைகள்',
  te: 'పరిచయం|ఉద్యోగ అనుభవం|విద్య|ప్రాజెక్టులు|నైపుణ్యాలు|స్వచ్ఛంద సేవ|పురస్కారాలు|ధృవపత్రాలు|ప్రచురణలు|భాషలు|ఆసక్తులు|సిఫార్సులు',
  gu: 'પરિચય|કાર્ય અનુભવ|શિક્ષણ|પ્રોજેક્ટ્સ|કૌશલ્યો|સ્વયંસેવા|પુરસ્કારો|પ્રમાણપત્રો|પ્રકાશનો|ભાષાઓ|રુચિઓ|સંદર્ભો',
  kn: 'ಪರಿಚಯ|ಕೆಲಸದ ಅನುಭವ|ಶಿಕ್ಷಣ|ಯೋಜನೆಗಳು|ಕೌಶಲ್ಯಗಳು|ಸ್ವಯಂಸೇವೆ|ಪ್ರಶಸ್ತಿಗಳು|ಪ್ರಮಾಣಪತ್ರಗಳು|ಪ್ರಕಟಣೆಗಳು|ಭಾಷೆಗಳು|ಆಸಕ್ತಿಗಳು|ಉಲ್ಲೇಖಗಳು',
  pa: 'ਜਾਣ-ਪਛਾਣ|ਕੰਮ ਦਾ ਤਜਰਬਾ|ਸਿੱਖਿਆ|ਪ੍ਰੋਜੈਕਟ|ਹੁਨਰ|ਸਵੈ-ਸੇਵਾ|ਪੁਰਸਕਾਰ|ਸਰਟੀਫਿਕੇਟ|ਪ੍ਰਕਾਸ਼ਨ|ਭਾਸ਼ਾਵਾਂ|ਰੁਚੀਆਂ|ਹਵਾਲੇ',
  ml: 'സംഗ്രഹം|പ്രവൃത്തിപരിചയം|വിദ്യാഭ്യാസം|പ്രോജക്ടുകൾ|കഴിവുകൾ|സന്നദ്ധസേവനം|പുരസ്കാരങ്ങൾ|സർട്ടിഫിക്കറ്റുകൾ|പ്രസിദ്ധീകരണങ്ങൾ|ഭാഷകൾ|താൽപര്യങ്ങൾ|റഫറൻസുകൾ',
  he: 'תקציר|ניסיון תעסוקתי|השכלה|פרויקטים|מיומנויות|התנדבות|פרסים|תעודות|פרסומים|שפות|תחומי עניין|ממליצים',
  ko: '소개|경력|학력|프로젝트|기술|봉사 활동|수상|자격증|출판물|언어|관심사|추천인',
  de: 'Profil|Berufserfahrung|Ausbildung|Projekte|Kenntnisse|Ehrenamt|Auszeichnungen|Zertifikate|Veröffentlichungen|Sprachen|Interessen|Referenzen',
  fr: 'Profil|Expérience|Formation|Projets|Compétences|Bénévolat|Distinctions|Certifications|Publications|Langues|Centres d’intérêt|Références',
  es: 'Perfil|Experiencia|Formación|Proyectos|Competencias|Voluntariado|Premios|Certificados|Publicaciones|Idiomas|Intereses|Referencias',
  ar: 'نبذة|الخبرة المهنية|التعليم|المشاريع|المهارات|العمل التطوعي|الجوائز|الشهادات|المنشورات|اللغات|الاهتمامات|المراجع',
  zh: '个人简介|工作经历|教育背景|项目经历|专业技能|志愿经历|获奖情况|证书|出版物|语言能力|兴趣爱好|推荐人',
  ja: 'プロフィール|職務経歴|学歴|プロジェクト|スキル|ボランティア活動|受賞歴|資格|出版物|語学|趣味|推薦者',
};

/** The titles of the standard sections in a language other than English, in their usual order; `undefined` where we have none. */
export function titlesOf(language: string): string[] | undefined {
  return Object.hasOwn(titles, language) ? titles[language]?.split('|') : undefined;
}
