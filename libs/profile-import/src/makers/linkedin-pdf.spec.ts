import type { TextPage, TextRun } from '../layout/page';
import { readPdfPages } from '../read-pdf-pages';
import { type LinkedInWords, linkedInWords } from '../testing/linkedin-words';

const runsOf = (lines: readonly [text: string, size: number, step: number][], x: number, top: number): TextRun[] => {
  let y = top;
  return lines.map(([text, size, step]) => ({
    text,
    x,
    y: (y += step),
    width: text.length * size * 0.5,
    size,
    font: 1,
  }));
};

/** A profile as LinkedIn prints it: a sidebar, two positions at one employer and one at another. */
function profile(words: LinkedInWords): TextPage {
  const [contact, skills, languages, summary, work, education] = words.headings;
  const side = runsOf(
    [
      [contact, 13, 0],
      ['www.linkedin.com/in/mina-', 10, 18],
      ['iyer-12345678 (LinkedIn)', 10, 12],
      [skills, 13, 34],
      ['Port logistics', 10, 18],
      ['Berth planning', 10, 14],
      [languages, 13, 34],
      ['English (Full Professional)', 10, 18],
    ],
    22,
    60,
  );
  const main = runsOf(
    [
      ['Mina Iyer', 26, 0],
      ['Planner of berths', 12, 22],
      ['Valencia, Spain', 12, 15],
      [summary, 15.5, 40],
      ['Plans berths and yards.', 12, 20],
      [work, 15.5, 40],
      ['Port Works', 12, 22],
      [words.total, 10.5, 14],
      [words.titles[0], 11.5, 16],
      [`${words.periods[0]} (${words.length})`, 10.5, 13],
      ['Valencia, Spain', 10.5, 13],
      ['Runs the desk.', 10.5, 18],
      [words.titles[1], 11.5, 24],
      [`${words.periods[1]} (${words.length})`, 10.5, 13],
      ['Blue Shipping', 12, 26],
      [words.titles[2], 11.5, 16],
      [`${words.periods[1]} (${words.length})`, 10.5, 13],
      [education, 15.5, 40],
      ['Upper School of Ports', 12, 22],
      ['Bachelor of Science, Logistics · (2008 - 2012)', 10.5, 15],
    ],
    223,
    64,
  );
  return { width: 612, height: 792, runs: [...side, ...main] };
}

it.each(Object.entries(linkedInWords))('reads the profile that LinkedIn prints in %s', (_language, words) => {
  const { resume, unplaced, maker } = readPdfPages([profile(words)]);
  expect([maker, unplaced]).toEqual(['linkedin', []]);
  expect(resume).toEqual({
    basics: {
      name: 'Mina Iyer',
      label: 'Planner of berths',
      location: { city: 'Valencia', countryCode: 'ES' },
      summary: 'Plans berths and yards.',
      profiles: [
        { network: 'LinkedIn', username: 'mina-iyer-12345678', url: 'https://www.linkedin.com/in/mina-iyer-12345678' },
      ],
    },
    skills: [{ name: 'Port logistics' }, { name: 'Berth planning' }],
    languages: [{ language: 'English', fluency: 'Full Professional' }],
    work: [
      {
        name: 'Port Works',
        position: words.titles[0],
        location: 'Valencia, Spain',
        startDate: '2021-03',
        summary: 'Runs the desk.',
      },
      { name: 'Port Works', position: words.titles[1], startDate: '2019-01', endDate: '2021-02' },
      { name: 'Blue Shipping', position: words.titles[2], startDate: '2019-01', endDate: '2021-02' },
    ],
    education: [
      {
        institution: 'Upper School of Ports',
        studyType: 'Bachelor of Science',
        area: 'Logistics',
        startDate: '2008',
        endDate: '2012',
      },
    ],
  });
});
