import { faultsOfNamedTests, readTracked, trackedFiles } from './test-titles';

const page = 'docs/asvs.md';
const text = readTracked(page);

/** How many requirements of the levels 1 and 2 each section of ASVS 5.0.0 has. */
const sections: Record<string, number> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
};

interface Row {
  number: string;
  how: string;
  evidence: string;
}

const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line): Row => {
    const [number = '', , how = '', evidence = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { number, how, evidence };
  });

/** The headings of a page, as links name them. */
const anchorsOf = (path: string) =>
  [...readTracked(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

const faultsOf = ({ number, evidence }: Row) => faultsOfNamedTests(evidence).map((fault) => `${number}: ${fault}`);

/** What is wrong with the page, and the part of it, to which a row leads. */
function deadLinksOf({ number, evidence }: Row): string[] {
  const links = [...evidence.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)];
  if (links.length === 0) return [`${number} leads to no page`];
  return links
    .filter(([, target = '', anchor]) => {
      const path = `docs/${target}`;
      return !trackedFiles.includes(path) || (anchor !== undefined && !anchorsOf(path).includes(anchor));
    })
    .map(([link]) => `${number}: ${link}`);
}

it('answers each requirement of ASVS 5.0 level 2 once', () => {
  const expected = Object.entries(sections).map(([section, count]) => `${section}: ${count}`);
  const found = Object.keys(sections).map((section) => {
    const own = new Set(rows.map(({ number }) => number).filter((number) => number.startsWith(`${section}.`)));
    return `${section}: ${own.size}`;
  });
  expect(found).toEqual(expected);
  expect(rows).toHaveLength(253);
});

it('finds every test that the table of ASVS names', () => {
  expect(rows.filter(({ how }) => how === 'test').flatMap(faultsOf)).toEqual([]);
});

it('finds every design note to which the table of ASVS leads', () => {
  expect(rows.filter(({ how }) => how === 'note' || how === 'not present').flatMap(deadLinksOf)).toEqual([]);
});

it('gives a reason for every deviation from ASVS', () => {
  expect(rows.filter(({ how, evidence }) => how === 'deviation' && evidence.length < 60)).toEqual([]);
});

it('states the counts of the table of ASVS', () => {
  const counts = ['test', 'note', 'not present', 'deviation'].map(
    (kind) => `${rows.filter(({ how }) => how === kind).length} ${kind}`,
  );
  expect(/^Counts: (.+)\.$/m.exec(text)?.[1]?.split(', ')).toEqual(counts);
});

it('finds every test that the table of data protection names', () => {
  const duties = readTracked('docs/dpdp.md')
    .split('\n')
    .filter((line) => /^\| (?!-|duty)/.test(line));
  expect(duties.length).toBeGreaterThan(15);
  expect(duties.flatMap((line) => faultsOfNamedTests(line.split('|').at(-2) ?? ''))).toEqual([]);
});

it('finds every test that the table of the security review names', () => {
  const smaller = Array.from({ length: 15 }, (_, index) => `S4.${index + 1}`);
  const findings = readTracked('docs/security-findings.md')
    .split('\n')
    .filter((line) => /^\| (?:S4\.)?\d/.test(line));
  const wanted = [...Array.from({ length: 18 }, (_, index) => `${index + 1}`), ...smaller];
  expect(findings.map((line) => line.split('|')[1]?.trim())).toEqual(wanted);
  const mended = findings.filter((line) => !line.includes('| Open:'));
  expect(mended.flatMap((line) => faultsOfNamedTests(line.split('|').at(-2) ?? ''))).toEqual([]);
});
