/** Facts with labels, as Europass and forms write them: `City: Cádiz | Country: Spain`, `Website www.school.example`. */
export interface LabelledFacts {
  location?: string;
  url?: string;
  score?: string;
  /** labels and values that no field takes */
  rest: string[];
}

const labels = {
  city: /^(?:city|town|place|ville|stadt|ciudad|città|cidade|miasto|stad)\s*:\s*(.+)$/i,
  country: /^(?:country|pays|land|país|paese|kraj)\s*:\s*(.+)$/i,
  url: /^(?:website|link|web|site web|sitio web|sito web)\s*:?\s+((?:https?:\/\/|www\.)\S+)$/i,
  score: /^(?:final grade|grade|note|nota|voto finale|nota final)\s*:\s*(.+)$/i,
};

const maxLength = 400;

/** Reads the labelled facts of one line; null where it has none. */
export function labelledFacts(text: string): LabelledFacts | null {
  if (text.length > maxLength) return null;
  const found: Partial<Record<keyof typeof labels, string>> = {};
  const rest = text.split(/\s*[|·]\s*/).filter((piece) => {
    const name = (Object.keys(labels) as (keyof typeof labels)[]).find(
      (key) => found[key] === undefined && labels[key].test(piece),
    );
    if (name === undefined) return piece !== '';
    found[name] = labels[name].exec(piece)?.[1] ?? '';
    return false;
  });
  const { city, country, url, score } = found;
  const location = [city, country].filter((part) => part !== undefined).join(', ');
  if (location === '' && url === undefined && score === undefined) return null;
  return {
    ...(location ? { location } : {}),
    ...(url ? { url: /^https?:/i.test(url) ? url : `https://${url}` } : {}),
    ...(score ? { score } : {}),
    rest,
  };
}
