/** The months as résumés name them, shortened or whole, in English and in the languages whose headings an import knows. */
const names: readonly string[] = [
  'jan january januar jänner janvier enero ene जनवरी',
  'feb february februar février fév févr febrero फ़रवरी फरवरी',
  'mar march märz mär mrz mars marzo मार्च',
  'apr april avril avr abril abr अप्रैल',
  'may mai mayo मई',
  'jun june juni juin junio जून',
  'jul july juli juillet juil julio जुलाई',
  'aug august août aout agosto ago अगस्त',
  'sep sept september septembre septiembre सितंबर सितम्बर',
  'oct october okt oktober octobre octubre अक्टूबर अक्तूबर',
  'nov november novembre noviembre नवंबर नवम्बर',
  'dec december dez dezember décembre déc diciembre dic दिसंबर दिसम्बर',
];

const months = new Map(
  names.flatMap((line, index) => line.split(' ').map((name) => [name.normalize('NFC'), index + 1] as const)),
);

/** The month that a word names, 1..12, or `null`: `Sept.` is one, `Marketing` is none. */
export function monthNamed(word: string): number | null {
  return (
    months.get(
      word
        .replace(/[.,\s]+$/, '')
        .normalize('NFC')
        .toLowerCase(),
    ) ?? null
  );
}
