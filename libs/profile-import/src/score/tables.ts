import type { CorpusFile } from './corpus';
import { type Group, groups } from './groups';
import { type Counts, makerOfFile, type Reached } from './measure';
import { parts } from './parts';

const titles: Readonly<Record<Group, string>> = {
  name: 'name',
  contacts: 'contacts',
  work: 'work items',
  education: 'education',
  skills: 'skills',
  languages: 'languages',
  rest: 'all other',
};

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

const f1Of = ([expected, read, right]: Counts): string => percent(2 * right, expected + read);

const add = (all: readonly (Counts | undefined)[]): Counts =>
  all.reduce<Counts>(([a, b, c], [d, e, f] = [0, 0, 0]) => [a + d, b + e, c + f], [0, 0, 0]);

const table = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, index) => [
    `| ${row.join(' | ')} |`,
    ...(index === 0 ? [`| ${row.map(() => '---').join(' | ')} |`] : []),
  ]);

const isLookAlike = (maker: string): boolean => maker.endsWith('(look-alikes)');

/** The counts of a part by group, added up over its makers: strangers' files or look-alikes. */
function sumOfPart({ counts }: Reached, part: string, lookAlikes: boolean): Map<Group, Counts> | null {
  const makers = Object.entries(counts[part] ?? {}).filter(([maker]) => isLookAlike(maker) === lookAlikes);
  if (makers.length === 0) return null;
  return new Map(groups.map((group) => [group, add(makers.map(([, byGroup]) => byGroup[group]))]));
}

/** The F1 in percent of each part and group of fields. */
export function f1OfGroups(reached: Reached): Record<string, number> {
  const sums = parts.flatMap((part) =>
    [...(sumOfPart(reached, part, false) ?? [])].map(([group, sum]) => ({ part, group, sum })),
  );
  return Object.fromEntries(sums.map(({ part, group, sum }) => [`${part} ${group}`, Number(f1Of(sum)) || 0]));
}

/** The scores by part and group of fields: precision, recall and F1 in percent. */
export function tableOfGroups(reached: Reached): string[] {
  const rows = parts.flatMap((part) =>
    [false, true].flatMap((lookAlikes) => {
      const sums = sumOfPart(reached, part, lookAlikes);
      if (!sums) return [];
      const cells = [...sums.values()].map(
        (sum) => `${percent(sum[2], sum[1])} / ${percent(sum[2], sum[0])} / ${f1Of(sum)}`,
      );
      return [[lookAlikes ? `${part}, look-alikes` : part, ...cells]];
    }),
  );
  return table([['part', ...groups.map((group) => titles[group])], ...rows]);
}

/** The F1 of each maker's files in percent, open and held out. */
export function tableOfMakers({ counts }: Reached, files: readonly Pick<CorpusFile, 'part' | 'source'>[]): string[] {
  const rows = parts.flatMap((part) =>
    Object.entries(counts[part] ?? {}).map(([maker, byGroup]) => [
      maker,
      part,
      String(files.filter((file) => file.part === part && makerOfFile(file as CorpusFile) === maker).length),
      ...groups.map((group) => f1Of(byGroup[group] ?? [0, 0, 0])),
    ]),
  );
  return table([['maker', 'part', 'files', ...groups.map((group) => titles[group])], ...rows]);
}
