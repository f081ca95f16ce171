import type { ProfileDocument } from '@canar/profile-document';

/** Texts of one language: name, headline, town, employer, position, sentence, bullet point, school, degree, field, project, award, skill, two keywords, language, fluency, hobby. */
const texts: Record<string, string> = {
  en: 'Mina Okafor Reyes|Planner of berths and yards|Valencia|Port Works Ltd|Head of Planning|Runs the planning desk and answers for the berths of forty ships a week, from the first call of the agent to the last lashing.|Cut the waiting time of feeder ships by 18 % in two years, with a plan that shows the length-limited quay and the cranes beside it|Upper School of Ports|Master of Science|Maritime Logistics|Quayside|Planner of the Year|Planning|Berths|Yards|English|Fluent|Sailing',
  de: 'Jörg Müßigmann|Planer für Häfen und Höfe|Köln|Hafenwerke GmbH|Leiter der Planung|Führt die Planung und verantwortet die Liegeplätze von vierzig Schiffen in der Woche, vom ersten Anruf bis zur letzten Leine.|Senkte die Wartezeit der Zubringer in zwei Jahren um 18 %, mit einem Plan für die längenbegrenzte Kaje|Hochschule für Häfen|Master of Science|Seeverkehr|Kaimauer|Planer des Jahres|Planung|Liegeplätze|Höfe|Deutsch|Muttersprache|Segeln',
  fr: 'Hélène Cœuré|Planificatrice portuaire|Marseille|Travaux du Port|Responsable de la planification|Dirige le bureau et répond des quais de quarante navires par semaine, du premier appel à la dernière amarre.|A réduit l’attente des navires de 18 % en deux ans, grâce à un plan qui montre le quai et ses grues|École supérieure des ports|Master|Logistique maritime|Quai|Prix de l’année|Planification|Quais|Grues|Français|Langue maternelle|Voile',
  es: 'Íñigo Núñez Peña|Planificador de muelles|Cádiz|Obras del Puerto|Jefe de planificación|Dirige la oficina y responde de los muelles de cuarenta buques por semana, desde la primera llamada hasta el último cabo.|Redujo la espera de los buques un 18 % en dos años, con un plano que muestra el muelle y sus grúas|Escuela de Puertos|Máster|Logística marítima|Muelle|Premio del año|Planificación|Muelles|Grúas|Español|Nativo|Vela',
  pl: 'Łucja Żółkiewska|Planistka portowa|Gdańsk|Port Roboczy|Kierownik planowania|Prowadzi biuro i odpowiada za nabrzeża czterdziestu statków tygodniowo, od pierwszego telefonu do ostatniej cumy.|Skróciła oczekiwanie statków o 18 % w dwa lata|Szkoła Portowa|Magister|Logistyka morska|Nabrzeże|Nagroda roku|Planowanie|Nabrzeża|Dźwigi|Polski|Ojczysty|Żagle',
  ru: 'Мария Соколова|Планировщик причалов|Владивосток|Портовые работы|Руководитель планирования|Руководит отделом и отвечает за причалы сорока судов в неделю, от первого звонка до последнего троса.|Сократила ожидание судов на 18 % за два года|Морская академия|Магистр|Морская логистика|Причал|Премия года|Планирование|Причалы|Краны|Русский|Родной|Парус',
  el: 'Ελένη Παπαδοπούλου|Σχεδιάστρια λιμένων|Πειραιάς|Έργα Λιμένος|Προϊσταμένη σχεδιασμού|Διευθύνει το γραφείο και ευθύνεται για σαράντα πλοία την εβδομάδα.|Μείωσε την αναμονή των πλοίων κατά 18 %|Σχολή Λιμένων|Μεταπτυχιακό|Ναυτιλία|Προβλήτα|Βραβείο έτους|Σχεδιασμός|Προβλήτες|Γερανοί|Ελληνικά|Μητρική|Ιστιοπλοΐα',
  hi: 'मीनाक्षी अय्यर|वरिष्ठ उत्पाद अभियंता|बेंगलुरु|राष्ट्रीय भुगतान निगम|प्रमुख अभियंता|त्वरित भुगतान सेवा की विश्वसनीयता और विस्तार का दायित्व।|छह अभियंताओं की टीम का नेतृत्व किया और विफल लेन-देन 40% घटाए|भारतीय प्रौद्योगिकी संस्थान|बी.टेक|कंप्यूटर विज्ञान|सेतु|वर्ष का पुरस्कार|प्रणालियाँ|भुगतान|निगरानी|हिन्दी|मातृभाषा|पतंग',
  mr: 'प्राजक्ता कुलकर्णी|वरिष्ठ अभियंता|पुणे|महाराष्ट्र उद्योग|मुख्य अभियंता|राज्यातील कार्यकर्त्यांच्या सेवांची जबाबदारी सांभाळते.|प्रतीक्षा वेळ १८ टक्के कमी केला|पुणे विद्यापीठ|पदवी|संगणक शास्त्र|सेतू|वर्षाचा पुरस्कार|नियोजन|सेवा|देखरेख|मराठी|मातृभाषा|गायन',
  bn: 'মিতালী সেনগুপ্ত|জ্যেষ্ঠ প্রকৌশলী|কলকাতা|রাষ্ট্রীয় কোম্পানি|প্রধান প্রকৌশলী|দ্রুত সেবার দায়িত্ব পালন করেন।|অপেক্ষার সময় কমিয়েছেন|কলকাতা বিশ্ববিদ্যালয়|স্নাতক|কম্পিউটার বিজ্ঞান|সেতু|বর্ষসেরা|পরিকল্পনা|সেবা|নজরদারি|বাংলা|মাতৃভাষা|গান',
  ta: 'மீனாட்சி சுந்தரம்|மூத்த பொறியாளர்|சென்னை|தேசிய நிறுவனம்|தலைமைப் பொறியாளர்|விரைவு சேவையின் பொறுப்பை வகிக்கிறார்.|காத்திருப்பு நேரத்தைக் குறைத்தார்|அண்ணா பல்கலைக்கழகம்|இளங்கலை|கணினி அறிவியல்|பாலம்|ஆண்டின் விருது|திட்டமிடல்|சேவை|கண்காணிப்பு|தமிழ்|தாய்மொழி|இசை',
  te: 'శ్రీకృష్ణ రెడ్డి|సీనియర్ ఇంజినీర్|హైదరాబాద్|జాతీయ సంస్థ|ప్రధాన ఇంజినీర్|వేగవంతమైన సేవల బాధ్యత వహిస్తారు.|వేచి ఉండే సమయాన్ని తగ్గించారు|ఉస్మానియా విశ్వవిద్యాలయం|పట్టభద్రుడు|కంప్యూటర్ శాస్త్రం|వంతెన|వార్షిక పురస్కారం|ప్రణాళిక|సేవ|పర్యవేక్షణ|తెలుగు|మాతృభాష|సంగీతం',
  gu: 'મીનલ પટેલ|વરિષ્ઠ ઇજનેર|અમદાવાદ|રાષ્ટ્રીય કંપની|મુખ્ય ઇજનેર|ઝડપી સેવાની જવાબદારી સંભાળે છે.|રાહ જોવાનો સમય ઘટાડ્યો|ગુજરાત યુનિવર્સિટી|સ્નાતક|કમ્પ્યુટર વિજ્ઞાન|સેતુ|વર્ષનો પુરસ્કાર|આયોજન|સેવા|દેખરેખ|ગુજરાતી|માતૃભાષા|સંગીત',
  kn: 'ಮೀನಾಕ್ಷಿ ಶೆಟ್ಟಿ|ಹಿರಿಯ ಎಂಜಿನಿಯರ್|ಮೈಸೂರು|ರಾಷ್ಟ್ರೀಯ ಸಂಸ್ಥೆ|ಮುಖ್ಯ ಎಂಜಿನಿಯರ್|ವೇಗದ ಸೇವೆಯ ಹೊಣೆ ಹೊತ್ತಿದ್ದಾರೆ.|ಕಾಯುವ ಸಮಯವನ್ನು ಕಡಿಮೆ ಮಾಡಿದರು|ಮೈಸೂರು ವಿಶ್ವವಿದ್ಯಾಲಯ|ಪದವಿ|ಗಣಕ ವಿಜ್ಞಾನ|ಸೇತುವೆ|ವರ್ಷದ ಪ್ರಶಸ್ತಿ|ಯೋಜನೆ|ಸೇವೆ|ಮೇಲ್ವಿಚಾರಣೆ|ಕನ್ನಡ|ಮಾತೃಭಾಷೆ|ಸಂಗೀತ',
  pa: 'ਮਨਪ੍ਰੀਤ ਕੌਰ|ਸੀਨੀਅਰ ਇੰਜੀਨੀਅਰ|ਲੁਧਿਆਣਾ|ਰਾਸ਼ਟਰੀ ਕੰਪਨੀ|ਮੁੱਖ ਇੰਜੀਨੀਅਰ|ਤੇਜ਼ ਸੇਵਾ ਦੀ ਜ਼ਿੰਮੇਵਾਰੀ ਨਿਭਾਉਂਦੀ ਹੈ।|ਉਡੀਕ ਦਾ ਸਮਾਂ ਘਟਾਇਆ|ਪੰਜਾਬ ਯੂਨੀਵਰਸਿਟੀ|ਬੀ.ਟੈਕ|ਕੰਪਿਊਟਰ ਵਿਗਿਆਨ|ਪੁਲ|ਸਾਲ ਦਾ ਪੁਰਸਕਾਰ|ਯੋਜਨਾ|ਸੇਵਾ|ਨਿਗਰਾਨੀ|ਪੰਜਾਬੀ|ਮਾਤ ਭਾਸ਼ਾ|ਸੰਗੀਤ',
  ml: 'മീനാക്ഷി മേനോൻ|സീനിയർ എഞ്ചിനീയർ|കൊച്ചി|ദേശീയ കമ്പനി|മുഖ്യ എഞ്ചിനീയർ|വേഗസേവനങ്ങളുടെ ചുമതല വഹിക്കുന്നു.|കാത്തിരിപ്പ് സമയം കുറച്ചു|കേരള സർവകലാശാല|ബിരുദം|കമ്പ്യൂട്ടർ ശാസ്ത്രം|പാലം|വർഷത്തെ പുരസ്കാരം|ആസൂത്രണം|സേവനം|നിരീക്ഷണം|മലയാളം|മാതൃഭാഷ|സംഗീതം',
  zh: '李晓明|高级软件工程师|上海|国家支付公司|首席工程师|负责支付系统的可靠性与扩展，保障每周四十艘船舶的泊位计划，从代理的第一个电话到最后一根缆绳，以及起重机停止时使用的所有工具。|两年内将等待时间缩短了百分之十八|交通大学|硕士|计算机科学|码头|年度奖|规划|泊位|堆场|中文|母语|帆船',
  ja: '佐藤美奈|ソフトウェアエンジニア|東京|国際港湾株式会社|主任エンジニア|東京で決済システムを開発し、毎週四十隻の船のバースを計画しています。代理店からの最初の電話から最後の係留索まで責任を持ち、道具も作ります。|二年間で待ち時間を減らした|東京港湾大学|修士|情報工学|桟橋|年間賞|計画|バース|ヤード|日本語|母語|帆走',
  ko: '김민아|소프트웨어 엔지니어|부산|국제항만 주식회사|수석 엔지니어|결제 시스템의 안정성과 확장을 책임지고 매주 마흔 척의 선석을 계획합니다.|대기 시간을 이 년 동안 줄였다|부산항만대학교|석사|컴퓨터 공학|부두|올해의 상|기획|선석|야드|한국어|모국어|항해',
  ar: 'منى الحداد|مهندسة موانئ|الإسكندرية|أعمال الميناء|رئيسة التخطيط|تدير مكتب التخطيط وتشرف على أرصفة أربعين سفينة أسبوعيا.|خفضت وقت الانتظار في عامين|معهد الموانئ|ماجستير|لوجستيات|رصيف|جائزة العام|تخطيط|أرصفة|ساحات|العربية|اللغة الأم|إبحار',
  he: 'מינה כהן|מתכננת נמלים|חיפה|עבודות הנמל|ראש התכנון|מנהלת את משרד התכנון ואחראית לרציפים של ארבעים אוניות בשבוע.|קיצרה את זמן ההמתנה בשנתיים|בית הספר לנמלים|תואר שני|לוגיסטיקה|רציף|פרס השנה|תכנון|רציפים|חצרות|עברית|שפת אם|שיט',
};

/** The languages of `fortyFields`. */
export const fortyFieldsLanguages = Object.keys(texts);

/** A document with every section and at least forty fields, in one language. */
export function fortyFields(language: string): ProfileDocument {
  const [
    name,
    label,
    city = '',
    employer,
    position,
    sentence,
    point = '',
    school,
    degree,
    area,
    project,
    award,
    skill,
    ...more
  ] = (texts[language] ?? '').split('|') as string[];
  const [first = '', second = '', spoken, fluency, hobby] = more;
  const site = (page: string) => `https://mina.example.org/${page}`;
  return {
    basics: {
      name: name ?? '',
      label: label ?? '',
      email: 'mina.okafor@example.org',
      phone: '+34 600 123 456',
      url: 'https://mina.example.org/',
      summary: sentence ?? '',
      location: { city, countryCode: 'ES' },
      profiles: [
        { network: 'LinkedIn', username: 'mina-okafor', url: 'https://www.linkedin.com/in/mina-okafor' },
        { network: 'GitHub', username: 'minaok', url: 'https://github.com/minaok' },
      ],
    },
    work: [
      {
        name: employer,
        position,
        location: city,
        description: project,
        url: site('1'),
        startDate: '2019-03',
        summary: sentence,
        highlights: [point, `${point} 2`],
      },
      { name: school, position: label, location: city, startDate: '2014-06', endDate: '2019-02', summary: sentence },
    ],
    volunteer: [
      {
        organization: school,
        position: label,
        url: site('2'),
        startDate: '2016',
        endDate: '2018',
        summary: sentence,
        highlights: [point],
      },
    ],
    education: [
      {
        institution: school,
        url: site('3'),
        area,
        studyType: degree,
        startDate: '2010-09',
        endDate: '2012-06',
        score: '1.3',
        courses: [first, second],
      },
    ],
    projects: [
      {
        name: project,
        description: sentence,
        highlights: [point],
        keywords: [first, second],
        startDate: '2020-01',
        endDate: '2021-05',
        url: site('4'),
        roles: [label ?? ''],
        entity: employer,
        type: 'application',
      },
    ],
    awards: [{ title: award, date: '2018-11', awarder: employer, summary: sentence }],
    certificates: [{ name: area, date: '2015-04', issuer: school, url: site('5') }],
    publications: [{ name: project, publisher: school, releaseDate: '2021-02', url: site('6'), summary: sentence }],
    skills: [
      { name: skill, level: fluency, keywords: [first, second] },
      { name: area, keywords: [hobby ?? '', first] },
    ],
    languages: [
      { language: spoken, fluency },
      { language: 'English', fluency },
    ],
    interests: [{ name: hobby, keywords: [first, second] }],
    references: [{ name, reference: sentence }],
    meta: {
      canar: {
        locale: language,
        custom: [
          {
            key: 'custom-1',
            title: project,
            items: [
              {
                name: award,
                date: '2022-05',
                location: city,
                url: site('7'),
                description: sentence,
                keywords: [first, second],
              },
            ],
          },
        ],
      },
    },
  } as ProfileDocument;
}
