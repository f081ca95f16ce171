/**
 * The result of an education as a résumé prints it: a figure gets a word before it (`Score 3.9`), words (`First class`) stay.
 * @param locale BCP 47
 */
export function scoreText(score: string, locale: string): string {
  const result = score.trim();
  if (!/^\p{Nd}/u.test(result)) return result;
  return /^hi\b/i.test(locale) ? `अंक ${result}` : `Score ${result}`;
}
