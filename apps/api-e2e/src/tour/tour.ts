/** A piece of a tour: commands, and what they print. */
export interface Step {
  /** The heading above it. */
  section: string;
  /** Where its first command stands in the page, from 1. */
  line: number;
  commands: string[];
  /** Lines; `…` stands for anything. */
  prints: string[];
}

const promise = '# → ';

/** The steps of a page: its `sh` blocks, cut behind each promise of what is printed. */
export function readTour(markdown: string): Step[] {
  const steps: Step[] = [];
  let section = '';
  let step: Step | null = null;
  let inBlock = false;
  for (const [index, text] of markdown.split('\n').entries()) {
    if (text.startsWith('```')) {
      inBlock = text === '```sh';
      step = null;
    } else if (!inBlock) {
      section = /^#+ (.*)/.exec(text)?.[1] ?? section;
    } else if (text.startsWith(promise)) {
      step?.prints.push(text.slice(promise.length));
    } else if (text !== '') {
      if (!step || step.prints.length > 0) {
        step = { section, line: index + 1, commands: [], prints: [] };
        steps.push(step);
      }
      step.commands.push(text);
    }
  }
  return steps;
}

/** One script of all steps, run by one shell; what each prints goes to a file named after its place, from 0. */
export function scriptOf(steps: readonly Step[], folder: string): string {
  return steps.map(({ commands }, place) => `{\n${commands.join('\n')}\n} > '${folder}/${place}'\n`).join('');
}

/** What was printed, with each line that keeps its promise replaced by the promise. */
export function compared({ prints }: Step, printed: string): string[] {
  const lines = printed.replace(/\n$/, '').split('\n');
  return lines.map((text, index) => {
    const promised = prints[index];
    return promised !== undefined && patternOf(promised).test(text) ? promised : text;
  });
}

function patternOf(promised: string): RegExp {
  const parts = promised.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
