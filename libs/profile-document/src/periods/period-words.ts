import { type Token, tokensOf } from './tokens';

/** What a word or phrase says about a period. Each list is `language: phrases`, in lower case, separated by `|`. */
const phrases = {
  /** the period goes on */
  now: [
    'present|the present|current|currently|now|today|ongoing|on-going|in progress|till date|to date|till now|until now|until present|to present|till present|present day|date',
    'heute|bis heute|jetzt|bis jetzt|laufend|aktuell|derzeit|gegenwärtig|gegenwart|dato|bis dato|andauernd',
    "aujourd'hui|à ce jour|ce jour|à aujourd'hui|présent|à présent|maintenant|actuel|actuellement|en cours|en poste|nos jours",
    'actualidad|la actualidad|presente|el presente|actual|actualmente|hoy|ahora|en curso|hasta hoy|hasta la fecha|la fecha|hasta ahora|hasta la actualidad|a la actualidad',
    'o presente|presente momento|o momento|atual|atualmente|até o momento|até hoje|até agora|hoje|em curso|em andamento|dias atuais|os dias atuais|até ao presente|até o presente',
    'oggi|ad oggi|attuale|attualmente|in corso|adesso|ora|attualità',
    'heden|tot heden|nu|tot nu|huidig|vandaag|tot nu toe|lopend',
    'obecnie|teraz|nadal|dziś|do dziś|do chwili obecnej|chwila obecna|do teraz|do obecnie|w trakcie|do dnia dzisiejszego',
    'halen|hâlen|hala|hâlâ|günümüz|günümüze|bugün|şimdi|devam ediyor|devam|şu an|şu anda',
    'настоящее время|по настоящее время|по н. в.|н. в.|нв|наст. время|наст. вр.|сейчас|сегодня|по сей день|текущий момент|текущее время|до сих пор',
    '至今|迄今|现在|現在|目前|今|至现在|至現在|现任|在职|今日',
    '現在に至る|現在まで|在職中|在籍中|在学中|継続中',
    '현재|재직중|재직 중|재직|재학중|재학 중|지금|현재까지|진행중|진행 중',
    'حتى الآن|حتى الان|الآن|الان|إلى الآن|الوقت الحاضر|حتى الوقت الحاضر|الحاضر|الحالي|حاليا|حالياً|حتى تاريخه|اليوم|حتى اليوم',
    'היום|עד היום|כיום|הווה|נוכחי|עכשיו|עד עכשיו',
    'वर्तमान|वर्तमान में|अब तक|अभी|अभी तक|आज तक|आज|जारी',
    'सध्या|आजपर्यंत|आत्तापर्यंत|चालू|आतापर्यंत',
    'বর্তমান|এখন পর্যন্ত|এখন|বর্তমান পর্যন্ত|আজ পর্যন্ত|চলমান',
    'தற்போது|தற்போது வரை|இன்று வரை|இன்றுவரை|இப்போது|இப்போது வரை|இன்று',
    'ప్రస్తుతం|ఇప్పటి వరకు|ఇప్పటివరకు|నేటి వరకు|నేటివరకు',
    'વર્તમાન|અત્યાર સુધી|હાલ|હાલમાં|આજ સુધી',
    'ಪ್ರಸ್ತುತ|ಇಂದಿನವರೆಗೆ|ಇಲ್ಲಿಯವರೆಗೆ|ಈವರೆಗೆ',
    'ഇപ്പോൾ|ഇന്നുവരെ|ഇതുവരെ|നിലവിൽ',
    'ਮੌਜੂਦਾ|ਹੁਣ ਤੱਕ|ਹੁਣ|ਅੱਜ ਤੱਕ',
    'حال|تاکنون|اکنون|تا کنون|موجودہ|اب تک',
    'nuvarande|pågående|idag|nå|nåværende|nu|nykyinen|současnost|dosud|do současnosti|prezent|în prezent|până în prezent|jelenleg|jelen|παρόν|σήμερα|έως σήμερα|sekarang|saat ini|hiện tại|nay|hiện nay|теперішній час|по теперішній час|дотепер',
  ],
  /** what follows is the beginning of a period without an end; in a pair with `until`, its beginning */
  since: [
    'since|from|starting|as of|beginning|seit|ab|von|vom|depuis|depuis le|dès|de|du|à partir de|à compter de|desde|desde el|a partir de|del|do|da|dal|dall|a partire da|sinds|vanaf|van|od|od roku|z|с|со|от|начиная с|自|从|從|من|منذ|מ|מאז|החל מ|από|sedan|siden|alkaen|începând cu|din|sejak|dari|từ|з|від',
  ],
  /** after the beginning of a period: it begins there */
  sinceAfter: [
    'से|पासून|থেকে|முதல்|నుండి|నుంచి|થી|ರಿಂದ|മുതൽ|ਤੋਂ|から|より|부터|起|以来|以來|den beri|dan beri|beri|itibaren|óta|سے',
  ],
  /** what follows is the end of a period */
  until: [
    "until|till|til|thru|through|up to|to|bis|bis zum|jusqu'à|jusqu'en|jusqu'au|à|au|en|a|al|hasta|hasta el|até|até a|ao|à|fino a|fino al|sino a|ad|tot|tot en met|t/m|do|по|до|至|到|إلى|الى|حتى|עד|έως|till och med|til og med|până la|până în|hingga|sampai|đến|та|і",
  ],
  /** after the end of a period: it ends there */
  untilAfter: ['तक|पर्यंत|পর্যন্ত|வரை|వరకు|సુધી|સુધી|ವರೆಗೆ|വരെ|ਤੱਕ|まで|까지|止|kadar|ig|تک'],
  /** between the words of a date */
  of: ["of|de|del|d'|do|da|di|of the|г|г.|года|год|roku|r|r.|yılı|في|से"],
  /** the four seasons: only their year is stored */
  season: [
    'spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno|verão|outono|inverno|estate|autunno|lente|zomer|herfst|wiosna|lato|jesień|zima|весна|лето|осень|зима|春|夏|秋|冬|春季|夏季|秋季|冬季|sommersemester|wintersemester|ss|ws|sose|wise|monsoon|early|mid|late|anfang|mitte|ende|début|fin|mi|principios|finales|inizio|metà',
  ],
  /** a quarter of a year, beside its number */
  quarter: ['q|qtr|quarter|quartal|trimestre|trim|t|kwartaal|kwartał|kw|квартал|кв|季度|四半期|분기'],
  /** half of a year, beside its number */
  half: ['h|half|hj|halbjahr|semestre|s'],
  /** a financial or academic year */
  yearSpan: ['fy|f.y.|financial year|fiscal year|वित्तीय वर्ष'],
  /** a year of study that is written like a financial year */
  academicYear: ['ay|a.y.|academic year|session|batch|schuljahr|studienjahr|année scolaire|curso|anno accademico|a.a.'],
} as const;

/** What a word or phrase says about a period. */
export type PhraseKind = keyof typeof phrases;

type Node = { next: Map<string, Node>; kinds: Set<PhraseKind> };

const root: Node = { next: new Map(), kinds: new Set() };

for (const [kind, lists] of Object.entries(phrases) as [PhraseKind, readonly string[]][]) {
  for (const phrase of lists.flatMap((list) => list.split('|'))) {
    let node = root;
    for (const { text } of tokensOf(phrase)) {
      const known = node.next.get(text) ?? { next: new Map(), kinds: new Set() };
      node.next.set(text, known);
      node = known;
    }
    node.kinds.add(kind);
  }
}

/** The longest phrase of a kind that begins at a token: how many tokens it has, 0 where there is none. */
export function phraseAt(tokens: readonly Token[], index: number, kind: PhraseKind): number {
  let node: Node | undefined = root;
  let longest = 0;
  for (let length = 0; node; length += 1) {
    if (node.kinds.has(kind)) longest = length;
    const token = tokens[index + length];
    node = token && node.next.get(token.text);
  }
  return longest;
}
