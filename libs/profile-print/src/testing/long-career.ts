import type { ProfileDocument } from '@canar/profile-document';

const words =
  'berth crane vessel office workflow budget quay storm window safety planned shifted efficient agreed'.split(' ');

/** Words that follow each other differently for every `seed`. */
const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => words[(seed * 7 + index * (seed + 3)) % words.length]).join(' ');

/** A career over several pages: positions of one form, each with its years, a text and several points. */
export function longCareer(points: number): ProfileDocument {
  return {
    basics: { name: 'Aurelio Forty', summary: `About ${sentence(1, 30)}.` },
    work: Array.from({ length: 7 }, (_, index) => ({
      name: `Employer ${index} Ltd`,
      position: `Role ${index} planner`,
      location: 'Valencia, Spain',
      startDate: `${2024 - index}-03`,
      endDate: `${2025 - index}-02`,
      summary: `Scope ${index}: ${sentence(index + 2, 22)}.`,
      highlights: Array.from(
        { length: points },
        (_point, place) => `W${index}.${place} ${sentence(index + place, 16)}.`,
      ),
    })),
    skills: [{ name: 'Planning', keywords: ['SAP', 'Excel'] }],
  };
}
