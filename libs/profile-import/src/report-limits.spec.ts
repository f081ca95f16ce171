import { zipOf } from './testing/zip';
import { boundedReport, reportLimits } from './report-limits';
import { ResumeImporter } from './resume-importer';

const importer = new ResumeImporter({ read: () => Promise.reject(new Error('no PDF here')) });

it('lists no more of a report than its limits and counts the rest', () => {
  const many = Array.from({ length: 12_845 }, (_, index) => ({ pointer: `/${index}` }));
  expect(boundedReport(many)).toMatchObject({ omitted: 12_845 - reportLimits.entries });
  const long = Array.from({ length: 300 }, () => ({ value: 'x'.repeat(10_000) }));
  expect(JSON.stringify(boundedReport(long).entries).length).toBeLessThan(reportLimits.characters + 100);
});

it('reads a limited number of rows of a file and reports that there are more', async () => {
  const rows = 'a,b,c,d,Jan 2020,Feb 2021\n'.repeat(20_000);
  const archive = zipOf([{ name: 'Positions.csv', content: `x,y,z,w,Started On,Finished On\n${rows}` }]);
  const { unplaced, unplacedOmitted } = await importer.file(archive);
  expect(unplaced).toContainEqual({ pointer: '/positions', value: null, reason: 'rows.too-many' });
  expect(unplaced.length).toBeLessThanOrEqual(reportLimits.entries);
  expect(unplacedOmitted).toBeGreaterThan(0);
  expect(unplacedOmitted).toBeLessThan(20_000);
});

it('shortens long values of a LinkedIn export in the report', async () => {
  const archive = zipOf([{ name: 'Skills.csv', content: `Name,Other\nRust,${'x'.repeat(100_000)}\n` }]);
  const { unplaced } = await importer.file(archive);
  expect(String(unplaced[0]?.value).length).toBeLessThan(2_100);
});
