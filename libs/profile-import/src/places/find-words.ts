import { wordsOf } from './words-of';

/** A part of the words of all lines. */
export interface Match {
  /** from the first word of all lines, 0 */
  start: number;
  end: number;
  /** how many words of the value it has */
  words: number;
}

/** What one import may spend on comparing words. */
const maxComparisons = 2_000_000;

/** The words of all lines in reading order, and where each of them stands. */
export class WordIndex {
  private readonly words: string[] = [];
  private readonly lineOf: number[] = [];
  private readonly positions = new Map<string, number[]>();
  /** how often two words were compared */
  comparisons = 0;

  constructor(lines: readonly { text: string }[]) {
    lines.forEach(({ text }, line) => {
      for (const word of wordsOf(text)) {
        const known = this.positions.get(word);
        if (known) known.push(this.words.length);
        else this.positions.set(word, [this.words.length]);
        this.words.push(word);
        this.lineOf.push(line);
      }
    });
  }

  /** The lines in which a match stands. */
  linesOf({ start, end }: Match): number[] {
    return [...new Set(this.lineOf.slice(start, end))];
  }

  /** The places that have most of a value's words in its order, none of them when it is less than three of five. */
  best(value: readonly string[]): Match[] {
    let best: Match[] = [];
    for (const first of value.slice(0, 2)) {
      for (const start of this.positions.get(first) ?? []) {
        if (this.comparisons > maxComparisons) return best;
        const match = this.from(start, value.slice(value.indexOf(first)));
        const least = best[0]?.words ?? value.length * 0.6;
        if (match.words > least) best = [match];
        else if (match.words === least) best.push(match);
      }
      if (best.length > 0) return best;
    }
    return best;
  }

  /** Follows a value from a word; a word that was broken at the end of a line, and one that is not part of the value, are passed over. */
  private from(start: number, value: readonly string[]): Match {
    let [at, words, end] = [start, 0, start];
    for (const word of value) {
      this.comparisons += 1;
      const here = this.words[at];
      if (here === undefined) break;
      const next = this.words[at + 1];
      const step = here === word ? 1 : next === word || `${here}${next ?? ''}` === word ? 2 : 0;
      if (step === 0) continue;
      words += 1;
      at += step;
      end = at;
    }
    return { start, end, words };
  }
}
