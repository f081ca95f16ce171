const words = (list: string): string => list.split(/\s+/).join('|');

const roles = words(
  `engineer developer manager designer analyst consultant lead director intern officer assistant architect scientist teacher professor
  lecturer researcher head chief president founder cofounder specialist coordinator administrator associate executive programmer nurse editor
  writer trainee fellow cto ceo cfo coo owner volunteer mentor planner agent supervisor clerk driver technician operator representative advisor
  adviser attorney lawyer accountant auditor buyer cashier chef cook doctor physician pharmacist therapist tutor instructor trainer translator
  journalist photographer producer artist strategist recruiter secretary receptionist welder electrician mechanic plumber foreman freelancer
  partner principal apprentice postdoc librarian paralegal salesperson barista waiter waitress captain curator member chair author maintainer contributor creator
  entwickler\\p{L}* ingenieur\\p{L}* leiter\\p{L}* berater\\p{L}* planer\\p{L}* \\p{L}*manager\\p{L}* sachbearbeiter\\p{L}* kaufmann kauffrau praktikant\\p{L}*
  werkstudent\\p{L}* mitarbeiter\\p{L}* geschäftsführer\\p{L}* lehrer\\p{L}* \\p{L}*referent\\p{L}* \\p{L}*agentin \\p{L}*techniker\\p{L}* fachinformatiker\\p{L}*
  ingénieur\\p{L}* développeu\\p{L}* responsable directeur directrice chef\\p{L}* chargée? stagiaire technicien\\p{L}* assistante? consultante? professeure?
  ingeniero ingeniera desarrollador desarrolladora gerente jefe jefa directora? analista técnico técnica auxiliar profesora? becario becaria
  ingegnere sviluppatore sviluppatrice responsabile direttore direttrice impiegat\\p{L} tirocinante tecnico consulente insegnante
  engenheir\\p{L} desenvolvedor\\p{L}* diretora? estagiári\\p{L} coordenadora? técnico técnica professora? supervisora?
  ontwikkelaar medewerker manager directeur adviseur stagiair\\p{L}* leraar docent
  inżynier programist\\p{L}* kierownik dyrektor specjalist\\p{L}* asystent\\p{L}* stażyst\\p{L}* analityk
  mühendis\\p{L}* geliştirici\\p{L}* müdür\\p{L}* yönetici\\p{L}* uzman\\p{L}* stajyer danışman\\p{L}*
  инженер\\p{L}* разработчик\\p{L}* менеджер\\p{L}* руководитель директор аналитик\\p{L}* стаж[её]р\\p{L}* специалист\\p{L}* программист\\p{L}*`,
);

/** A word that names a role, in one of the languages that are written with spaces. */
export const roleWord = new RegExp(
  `(?<!\\p{L})(?:${roles})(?!\\p{L})|[工程师經理经理助理总监專員员]$|エンジニア|マネージャー|엔지니어|매니저|개발자|مهندس|مدير|इंजीनियर|प्रबंधक`,
  'iu',
);

const organisations = words(
  `ltd limited inc llc llp gmbh ag kg ohg ug corp corporation company co plc pvt group holding holdings university college hospital bank
  technologies solutions systems labs laboratories studio studios consulting institute school foundation agency partners industries
  ministry council verein stiftung universität hochschule société sarl sas srl spa bv nv oy ab aps sl sa ltda`,
);

/** A word that names an organisation. */
export const organisationWord = new RegExp(
  `(?<!\\p{L})(?:${organisations})(?!\\p{L})|s\\.\\s?[ar]\\.|株式会社|有限公司|公司$|주식회사|ООО|ЗАО`,
  'iu',
);

const units = words(
  `years? yrs? months? mos? weeks? days? jahre? monate? monat wochen? ans? années? mois años? meses mes semanas? anos? mês mese mesi anni anno
  jaar maanden maand rok lat lata miesięcy miesiące miesiąc yıl ay год года лет месяц месяца месяцев år måneder måned månader månad vuosi vuotta
  kuukausi kuukautta roky rok let měsíc měsíce měsíců év hónap ani luni luna tahun bulan năm tháng έτη έτος χρόνια μήνες μήνας рік роки років місяць місяці місяців
  वर्ष साल महीने महीना माह سنة سنوات سنتان سنتين عام أعوام شهر أشهر شهور شهران شهرين שנה שנים שנתיים חודש חודשים ปี เดือน ஆண்டு ஆண்டுகள் வருடம் மாதம் மாதங்கள் বছর মাস`,
);

const unit = `(?:${units})\\.?|年(?:间|間)?|(?:个|個|か|ヶ|ケ|カ)?月|년|개월`;
const amount = `(?:\\p{Nd}+|less than a|a|one)\\s*(?:${unit})(?![\\p{L}\\p{M}])`;

/** A length of time and nothing else, such as `3 years 1 month`, `(5 Jahre 3 Monate)`, `3年1个月`. */
const durationOnly = new RegExp(
  `^[\\s(·-]*${amount}(?:[\\s,·]*(?:and|und|et|y|e|и|و|ו)?\\s*${amount.replace('(?![\\p{L}\\p{M}])', '')})?[\\s)]*$`,
  'iu',
);
const arabicDual =
  /^[\s(]*(?:سنة|سنتان|سنتين|شهر|شهران|شهرين)(?:\s+و?(?:شهر|شهران|شهرين|\p{Nd}+\s*(?:شهر|أشهر|شهور)\p{M}*\p{L}*))?[\s)]*$/u;

/** Whether a text is a length of time, which its dates say already. */
export function isDuration(text: string): boolean {
  return text.length < 60 && (durationOnly.test(text.replace(/(\p{Nd})(?=年|년)/u, '$1')) || arabicDual.test(text));
}
