const words = (list: string): string => list.split(/\s+/).join('|');

const roles = words(
  `engineer developer manager designer analyst consultant lead leader director intern officer assistant architect scientist teacher professor
  lecturer researcher head chief president founder cofounder specialist coordinator administrator associate executive programmer nurse editor
  writer trainee fellow cto ceo cfo coo owner volunteer mentor planner agent supervisor clerk driver technician operator representative advisor
  adviser attorney lawyer accountant auditor buyer cashier chef cook doctor physician pharmacist therapist tutor instructor trainer translator
  journalist photographer producer artist strategist recruiter secretary receptionist welder electrician mechanic plumber foreman freelancer
  partner principal apprentice postdoc librarian paralegal salesperson barista waiter waitress captain curator member chair author maintainer contributor creator
  inspector surveyor dentist midwife paramedic radiographer dietitian psychologist counsellor counselor baker butcher barber hairdresser tailor
  carpenter joiner bricklayer painter plasterer roofer gardener farmer forester fisherman firefighter pilot steward stewardess conductor guide
  warehouseman storekeeper bookkeeper controller treasurer bookseller actuary economist statistician mathematician physicist chemist biologist
  geologist geographer historian interpreter copywriter reporter presenter announcer actor actress musician singer composer dancer choreographer
  fundraiser organizer organiser caretaker cleaner housekeeper porter concierge bartender sommelier dispatcher courier broker trader banker
  underwriter realtor notary judge clergyman chaplain soldier sergeant lieutenant assembler machinist fitter toolmaker locksmith jeweller
  restorer conservator archivist registrar proofreader illustrator animator modeller tester sysadmin devops evangelist ambassador envoy
  deputy dean headteacher headmistress headmaster coach referee superintendent commissioner minister secretary-general spokesperson vice-president
  entwickler\\p{L}* \\p{L}*ingenieur(?!büro|gesellschaft|wesen)\\p{L}* \\p{L}*leiter\\p{L}* \\p{L}*berater\\p{L}* \\p{L}*planer\\p{L}* \\p{L}*manager\\p{L}* sachbearbeiter\\p{L}* \\p{L}*kauf(?:mann|frau) \\p{L}*praktikant\\p{L}*
  werkstudent\\p{L}* \\p{L}*mitarbeiter\\p{L}* geschäftsführer\\p{L}* \\p{L}*lehrer\\p{L}* \\p{L}*referent\\p{L}* \\p{L}*agentin \\p{L}*techniker\\p{L}* fachinformatiker\\p{L}*
  \\p{L}*pfleger\\p{L}* \\p{L}*schwester \\p{L}*arzt \\p{L}*ärztin \\p{L}*anwalt \\p{L}*anwältin \\p{L}*mechaniker\\p{L}* \\p{L}*elektroniker\\p{L}* \\p{L}*elektriker\\p{L}* \\p{L}*schlosser\\p{L}*
  \\p{L}*meister(?:in)? \\p{L}*verkäufer\\p{L}* \\p{L}*fahrer(?:in)? \\p{L}*helfer(?:in)? \\p{L}*assistent(?:in)? \\p{L}*buchhalter\\p{L}* \\p{L}*forscher\\p{L}* \\p{L}*gestalter\\p{L}* \\p{L}*zeichner\\p{L}*
  \\p{L}*trainer(?:in)? \\p{L}*betreuer\\p{L}* \\p{L}*erzieher\\p{L}* \\p{L}*pädagog(?:e|in) \\p{L}*redakteur\\p{L}* \\p{L}*übersetzer\\p{L}* \\p{L}*koch köchin \\p{L}*bäcker\\p{L}* \\p{L}*gärtner\\p{L}* \\p{L}*förster\\p{L}*
  auszubildende[rn]? azubi volontär\\p{L}* \\p{L}*vorstand \\p{L}*konstrukteur\\p{L}* \\p{L}*monteur\\p{L}* \\p{L}*chemiker\\p{L}* \\p{L}*laborant\\p{L}* \\p{L}*apotheker\\p{L}* \\p{L}*beauftragte[rn]?
  ingénieur\\p{L}* développeu\\p{L}* responsable directeur directrice chef\\p{L}* chargée? stagiaire technicien\\p{L}* assistante? consultante? professeure?
  conseill(?:er|ère) infirmi(?:er|ère) médecin avocate? comptable vendeu(?:r|se) gestionnaire apprentie? alternante? formateur formatrice rédacteur rédactrice
  traducteur traductrice chercheu(?:r|se) enseignante? institut(?:eur|rice) éducateur éducatrice animateur animatrice acheteu(?:r|se) commerciale? employée? ouvri(?:er|ère)
  préparateur préparatrice magasini(?:er|ère) caissi(?:er|ère) serveu(?:r|se) cuisini(?:er|ère) boulang(?:er|ère) jardini(?:er|ère) paysagiste dessinateur dessinatrice
  graphiste concepteur conceptrice coordinateur coordinatrice coordonnateur coordonnatrice adjointe? secrétaire chauffeu(?:r|se) conducteur conductrice pharmacien(?:ne)? bénévole
  mécanicien(?:ne)? électricien(?:ne)? menuisi(?:er|ère) maçon plombier soudeu(?:r|se) urbaniste libraire bibliothécaire journaliste auditeur auditrice attachée? architecte
  ingeniero ingeniera desarrollador desarrolladora gerente jefe jefa directora? analista técnico técnica auxiliar profesora? becario becaria
  diseñadora? enfermer[oa] médic[oa] abogad[oa] contable contadora? vendedora? encargad[oa] coordinadora? supervisora? administrativ[oa] asesora? consultora? investigadora?
  maestr[oa] docente traductora? redactora? editora? periodista arquitect[oa] electricista mecánic[oa] cociner[oa] camarer[oa] dependient[ea] conductora? repartidora? operari[oa]
  programadora? responsable líder voluntari[oa] aprendiz practicante pasante farmacéutic[oa] psicólog[oa] trabajadora? economista químic[oa] biólog[oa] comercial
  ingegnere sviluppatore sviluppatrice responsabile direttore direttrice impiegat\\p{L} tirocinante tecnico consulente insegnante
  infermier[ea] medico avvocat[oa] contabile venditore venditrice commess[oa] coordinatore coordinatrice assistente restauratore restauratrice ricercatore ricercatrice docente
  traduttore traduttrice redattore redattrice giornalista architetto elettricista meccanico cuoc[oa] camerier[ea] autista magazziniere operai[oa] programmatore programmatrice
  stagista apprendista volontari[oa] farmacista psicolog[oa] grafic[oa] educatore educatrice bibliotecari[oa] addett[oa] capo segretari[oa] collaboratore collaboratrice
  engenheir\\p{L} desenvolvedor\\p{L}* diretora? estagiári\\p{L} coordenadora? técnico técnica professora? supervisora?
  enfermeir[oa] médic[oa] advogad[oa] contadora? vendedora? assessora? consultora? pesquisadora? tradutora? redatora? jornalista arquitet[oa] eletricista mecânic[oa] cozinheir[oa]
  garç(?:om|onete) motorista operadora? programadora? líder voluntári[oa] aprendiz farmacêutic[oa] psicólog[oa] encarregad[oa] chefe auxiliar analista gerente assistente
  ontwikkelaar \\p{L}*medewerk(?:er|ster) manager directeur \\p{L}*adviseur stagiair\\p{L}* leraar lerares docente?
  \\p{L}*verpleegkundige arts advocaat boekhoud(?:er|ster) verkoper verkoopster \\p{L}*leider coördinator onderzoek(?:er|ster) vertaler redacteur journalist architect elektricien
  monteur kok ober chauffeur magazijnmedewerker programmeur vrijwilliger leerling apotheker psycholoog ontwerper vormgever \\p{L}*beheerder \\p{L}*kundige teamleider ingenieur secretaresse
  inżynier\\p{L}* programist\\p{L}* kierowni\\p{L}+ dyrektor\\p{L}* specjalist\\p{L}* asystent\\p{L}* stażyst\\p{L}* analityk\\p{L}* menedżer\\p{L}* księgow[ay] pielęgniar\\p{L}+ lekar\\p{L}+ adwokat
  sprzedaw\\p{L}+ koordynator\\p{L}* doradc\\p{L}+ nauczyciel\\p{L}* tłumacz\\p{L}* redaktor\\p{L}* dziennikar\\p{L}+ architekt\\p{L}* elektryk mechanik kucharz kelner\\p{L}* kierowca magazynier\\p{L}* operator\\p{L}* wolontariusz\\p{L}*
  farmaceut\\p{L}+ psycholog\\p{L}* projektant\\p{L}* grafik\\p{L}* technik\\p{L}* sekretar\\p{L}+ referent\\p{L}* prezes\\p{L}* właściciel\\p{L}* lider\\p{L}* brygadzist\\p{L}+
  mühendis\\p{L}* geliştirici\\p{L}* müdür\\p{L}* yönetici\\p{L}* uzman\\p{L}* stajyer danışman\\p{L}* hemşire\\p{L}* doktor\\p{L}* avukat\\p{L}* muhasebeci\\p{L}* öğretmen\\p{L}* sorumlu\\p{L}* şef\\p{L}* tasarımcı\\p{L}* çevirmen\\p{L}*
  gazeteci\\p{L}* mimar\\p{L}* aşçı\\p{L}* garson\\p{L}* şoför\\p{L}* teknisyen\\p{L}* analist\\p{L}* asistan\\p{L}* eczacı\\p{L}* temsilci\\p{L}* direktör\\p{L}* koordinatör\\p{L}* araştırmacı\\p{L}*
  инженер\\p{L}* разработчик\\p{L}* менеджер\\p{L}* руководител\\p{L}+ директор\\p{L}* аналитик\\p{L}* стаж[её]р\\p{L}* специалист\\p{L}* программист\\p{L}* редактор\\p{L}* корректор\\p{L}* бухгалтер\\p{L}* врач медсестра
  юрист\\p{L}* продав\\p{L}+ координатор\\p{L}* консультант\\p{L}* учител\\p{L}+ преподавател\\p{L}+ переводчи\\p{L}+ журналист\\p{L}* архитектор\\p{L}* электрик механик повар официант\\p{L}* водитель кладовщи\\p{L}+ оператор\\p{L}*
  волонт[её]р\\p{L}* фармацевт\\p{L}* психолог\\p{L}* дизайнер\\p{L}* помощни\\p{L}+ заместител\\p{L}+ начальни\\p{L}+ администратор\\p{L}* секретар\\p{L}+ ассистент\\p{L}* мастер\\p{L}* техник\\p{L}* научный\\s+сотрудник
  \\p{L}*ingenjör\\p{L}* \\p{L}*utvecklare \\p{L}*chef \\p{L}*ledare \\p{L}*rådgivare \\p{L}*assistent \\p{L}*sköterska \\p{L}*läkare \\p{L}*lärare \\p{L}*konsult \\p{L}*säljare \\p{L}*tekniker \\p{L}*mästare praktikant
  \\p{L}*forskare \\p{L}*ekonom \\p{L}*redaktör översättare \\p{L}*arkitekt kock chaufför \\p{L}*handläggare \\p{L}*samordnare \\p{L}*ansvarig \\p{L}*leder \\p{L}*sjef \\p{L}*rådgiver \\p{L}*lærer \\p{L}*udvikler \\p{L}*utvikler
  \\p{L}*konsulent \\p{L}*sygeplejerske \\p{L}*sykepleier kehittäjä insinööri päällikkö asiantuntija opettaja johtaja hoitaja`,
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
