/** What LinkedIn's profile in one language says. */
export interface LinkedInWords {
  /** contact, top skills, languages, summary, experience, education */
  headings: readonly [string, string, string, string, string, string];
  /** the time at an employer with several positions */
  total: string;
  /** the length of a period */
  length: string;
  /** March 2021 until now, January 2019 until February 2021 */
  periods: readonly [string, string];
  titles: readonly [string, string, string];
}

/** The words of LinkedIn's "Save to PDF" by language; titles have no word of any list of roles on purpose. */
export const linkedInWords: Readonly<Record<string, LinkedInWords>> = {
  English: {
    headings: ['Contact', 'Top Skills', 'Languages', 'Summary', 'Experience', 'Education'],
    total: '5 years 3 months',
    length: '3 years 1 month',
    periods: ['March 2021 - Present', 'January 2019 - February 2021'],
    titles: ['Tide whisperer', 'Knots and ropes', 'Bell'],
  },
  German: {
    headings: ['Kontakt', 'Top-Kenntnisse', 'Sprachen', 'Zusammenfassung', 'Berufserfahrung', 'Ausbildung'],
    total: '5 Jahre 3 Monate',
    length: '3 Jahre 1 Monat',
    periods: ['März 2021 - Heute', 'Januar 2019 - Februar 2021'],
    titles: ['Steg und Kran', 'Knoten', 'Glocke'],
  },
  French: {
    headings: ['Coordonnées', 'Principales compétences', 'Langues', 'Résumé', 'Expérience', 'Formation'],
    total: '5 ans 3 mois',
    length: '3 ans 1 mois',
    periods: ['mars 2021 - Present', 'janvier 2019 - février 2021'],
    titles: ['Quai et grue', 'Nœuds', 'Cloche'],
  },
  Spanish: {
    headings: ['Contactar', 'Aptitudes principales', 'Languages', 'Extracto', 'Experiencia', 'Educación'],
    total: '5 años 3 meses',
    length: '3 años 1 mes',
    periods: ['marzo de 2021 - Present', 'enero de 2019 - febrero de 2021'],
    titles: ['Muelle y grúa', 'Nudos', 'Campana'],
  },
  Portuguese: {
    headings: ['Contato', 'Principais competências', 'Languages', 'Resumo', 'Experiência', 'Formação acadêmica'],
    total: '5 anos 3 meses',
    length: '3 anos 1 mês',
    periods: ['março de 2021 - Present', 'janeiro de 2019 - fevereiro de 2021'],
    titles: ['Cais e grua', 'Nós', 'Sino'],
  },
  Italian: {
    headings: ['Contatti', 'Competenze principali', 'Languages', 'Riepilogo', 'Esperienza', 'Formazione'],
    total: '5 anni 3 mesi',
    length: '3 anni 1 mese',
    periods: ['marzo 2021 - Present', 'gennaio 2019 - febbraio 2021'],
    titles: ['Molo e gru', 'Nodi', 'Campana'],
  },
  Dutch: {
    headings: ['Contactgegevens', 'Belangrijkste vaardigheden', 'Talen', 'Samenvatting', 'Ervaring', 'Opleiding'],
    total: '5 jaar 3 maanden',
    length: '3 jaar 1 maand',
    periods: ['maart 2021 - heden', 'januari 2019 - februari 2021'],
    titles: ['Kade en kraan', 'Knopen', 'Bel'],
  },
  Polish: {
    headings: ['Kontakt', 'Najważniejsze umiejętności', 'Języki', 'Podsumowanie', 'Doświadczenie', 'Wykształcenie'],
    total: '5 lat 3 miesiące',
    length: '3 lata 1 miesiąc',
    periods: ['marzec 2021 - obecnie', 'styczeń 2019 - luty 2021'],
    titles: ['Keja i żuraw', 'Węzły', 'Dzwon'],
  },
  Turkish: {
    headings: ['İletişim Bilgileri', 'En Önemli Yetenekler', 'Diller', 'Özet', 'Deneyim', 'Eğitim'],
    total: '5 yıl 3 ay',
    length: '3 yıl 1 ay',
    periods: ['Mart 2021 - Present', 'Ocak 2019 - Şubat 2021'],
    titles: ['Rıhtım ve vinç', 'Düğümler', 'Çan'],
  },
  Russian: {
    headings: ['Способы связаться', 'Основные навыки', 'Языки', 'Общие сведения', 'Опыт работы', 'Образование'],
    total: '5 лет 3 месяца',
    length: '3 года 1 месяц',
    periods: ['марта 2021 - настоящее время', 'января 2019 - февраля 2021'],
    titles: ['Причал и кран', 'Узлы', 'Колокол'],
  },
  Chinese: {
    headings: ['联系方式', '热门技能', '语言', '个人简介', '工作经历', '教育经历'],
    total: '5年3个月',
    length: '3年1个月',
    periods: ['2021年3月 - 至今', '2019年1月 - 2021年2月'],
    titles: ['码头与吊机', '绳结', '钟'],
  },
  Japanese: {
    headings: ['連絡先', 'トップスキル', '言語', '概要', '職歴', '学歴'],
    total: '5年3ヶ月',
    length: '3年1ヶ月',
    periods: ['2021年3月 - 現在', '2019年1月 - 2021年2月'],
    titles: ['岸壁とクレーン', '結び目', '鐘'],
  },
  Korean: {
    headings: ['연락처', '주요 보유기술', '언어', '요약', '경력', '학력'],
    total: '5년 3개월',
    length: '3년 1개월',
    periods: ['2021년 3월 - 현재', '2019년 1월 - 2021년 2월'],
    titles: ['부두와 기중기', '매듭', '종'],
  },
  Arabic: {
    headings: ['الاتصال', 'أهم المهارات', 'اللغات', 'ملخص', 'الخبرة', 'التعليم'],
    total: '5 سنوات 3 أشهر',
    length: '3 سنوات 1 شهر',
    periods: ['مارس 2021 - حتى الآن', 'يناير 2019 - فبراير 2021'],
    titles: ['رصيف ورافعة', 'عقد', 'جرس'],
  },
  Hindi: {
    headings: ['संपर्क', 'शीर्ष कौशल', 'भाषाएँ', 'सारांश', 'अनुभव', 'शिक्षा'],
    total: '5 वर्ष 3 माह',
    length: '3 वर्ष 1 माह',
    periods: ['मार्च 2021 - वर्तमान', 'जनवरी 2019 - फ़रवरी 2021'],
    titles: ['घाट और क्रेन', 'गाँठें', 'घंटी'],
  },
};
