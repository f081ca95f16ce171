import type { ProfileDocument } from '@canar/profile-document';
import fc from 'fast-check';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProfilePrinter } from './profile-printer';
import { PrintFailed } from './print-failed';
import { printTemplates } from './print-job';
import { overItsLimit, patientMs } from './testing/over-its-limit';
import { hostileTexts } from './testing/sample-documents';

const pieces = [
  ...hostileTexts,
  '\u202e\u2066',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\u0000\ud800',
  'e\u0301'.repeat(60),
  '\u0915\u094d'.repeat(40),
  'ﷺ',
  '\ufdd0',
  '𝕳',
  'x'.repeat(400),
  '\n'.repeat(30),
  'https://example.com/'.padEnd(300, 'a/'),
  '<script>alert(1)</script>',
];
const text = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 40 }));
const texts = fc.array(text, { maxLength: 3 });
const job = fc.record({ position: text, name: text, url: text, startDate: text, summary: text, highlights: texts });
const hostile: fc.Arbitrary<ProfileDocument> = fc.record({
  basics: fc.record({ name: text, label: text, email: text, url: text, summary: text }),
  work: fc.array(job, { maxLength: 2 }),
  skills: fc.array(fc.record({ name: text, level: text, keywords: texts }), { maxLength: 2 }),
  references: fc.array(fc.record({ name: text, reference: text }), { maxLength: 1 }),
});

const wanted = Number(process.env['HOSTILE_DOCUMENTS'] ?? 200);
const seed = Number(process.env['HOSTILE_SEED'] ?? 4);

it('prints an ordinary document after hundreds of hostile ones', async () => {
  process.stderr.write(`Hostile documents on paper: ${wanted}, seed ${seed}\n`);
  const printer = new ProfilePrinter({
    maxChildren: 2,
    startMs: patientMs,
    wallMs: patientMs,
    cpuMs: patientMs,
    maxWaiting: wanted,
  });
  const documents = fc.sample(hostile, { numRuns: wanted, seed });
  const outcomes = await Promise.allSettled(
    documents.map((document, index) =>
      printer.print({ document, template: printTemplates[index % printTemplates.length] ?? 'classic', locale: 'en' }),
    ),
  );
  const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(failures.filter((failure) => !(failure instanceof PrintFailed))).toEqual([]);
  expect(failures.map(String)).toEqual([]);
  const next = printer.print({ document: { basics: { name: 'Ada' } }, template: 'classic', locale: 'en' });
  await expect(next).resolves.toMatchObject({ pages: 1, accessible: true });
  await printer.close();
}, 3_600_000);

it('kills a program that runs for half a minute and prints the next document', async () => {
  const assets = join(__dirname, '../../../node_modules/.cache/canar-endless-print');
  mkdirSync(assets, { recursive: true });
  for (const folder of ['worker', 'typst'])
    cpSync(join(__dirname, '..', folder), join(assets, folder), { recursive: true });
  const loop =
    '#let content = json("content.json")\n#if content.name == "loop" { for i in range(100000) { for j in range(100000) { let k = i * j } } }\nend';
  writeFileSync(join(assets, 'typst', 'profile.typ'), loop);
  const printer = new ProfilePrinter({ assetsDir: assets, startMs: patientMs, wallMs: patientMs, cpuMs: patientMs });
  const print = (name: string) => printer.print({ document: { basics: { name } }, template: 'classic', locale: 'en' });
  await print('warm');
  const [endless] = printer.processIds;
  await expect(overItsLimit(patientMs, () => print('loop'))).rejects.toMatchObject({ code: 'print.timeout' });
  await expect(print('next')).resolves.toMatchObject({ pages: 1 });
  expect(printer.processIds).not.toContain(endless);
  await printer.close();
  rmSync(assets, { recursive: true });
});
