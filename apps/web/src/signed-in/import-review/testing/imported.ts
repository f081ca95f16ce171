import type { ProfileDocument } from '@canar/profile-document';
import type { Imported } from '@/lib/api/types';

const texts = [
  'Mina Iyer',
  'Experience',
  'Planner, Blue Shipping',
  '2019 – 2021',
  'Plans the berths',
  'of the harbour.',
  '• Cut waiting by 20 %',
  '• Wrote the handbook',
  'Rowing since 2005',
];

const document: ProfileDocument = {
  basics: { name: 'Mina Iyer' },
  work: [
    {
      name: 'Planner',
      position: 'Blue Shipping',
      startDate: 'once',
      summary: 'Plans the berths of the harbour.',
      highlights: ['Cut waiting by 20 %', 'Wrote the handbook'],
    },
  ],
};

/** The import of a short résumé in PDF, with two doubts and a line without a place; `change` says what is different. */
export function importedWith(change: Partial<Imported> = {}): Imported {
  const imported: Imported = {
    source: 'pdf',
    maker: null,
    document,
    placed: [
      { section: 'basics', count: 1 },
      { section: 'work', count: 1 },
    ],
    repaired: [],
    repairedOmitted: 0,
    unplaced: [{ pointer: '/pages/1/lines/9', value: 'Rowing since 2005', reason: 'line.unknown' }],
    unplacedOmitted: 0,
    warnings: [],
    lines: texts.map((text, line) => ({ pointer: `/pages/1/lines/${line + 1}`, page: 1, text, box: null })),
    linesOmitted: 0,
    places: [
      { pointer: '/basics/name', lines: [0] },
      { pointer: '/work/0/name', lines: [2] },
      { pointer: '/work/0/position', lines: [2] },
      { pointer: '/work/0/summary', lines: [4, 5] },
      { pointer: '/work/0/highlights/0', lines: [6] },
      { pointer: '/work/0/highlights/1', lines: [7] },
    ],
    doubts: [
      { pointer: '/work/0/startDate', reason: 'unfinished' },
      { pointer: '/basics/email', reason: 'missing' },
    ],
  };
  return { ...imported, ...change };
}
