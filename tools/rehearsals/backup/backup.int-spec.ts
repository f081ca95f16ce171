import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programPath } from '@canar/test-programs';

import { runDrill } from './drill';
import { Installation } from './installation';
import { fillInstallation } from './sample-tenants';

const pgCtl = programPath('pg_ctl', process.env) ?? '';
const describeWithPostgres = pgCtl === '' ? describe.skip : describe;

/** Uses two servers of the machine's PostgreSQL, its pg_dump, and the API's built programs. */
describeWithPostgres('a backup', () => {
  it('restores identically; rejects damage, tampering and a filled target', async () => {
    const done: string[] = [];
    await runDrill(pgCtl, { tenants: 3, revisions: 250 }, (line) => done.push(line));
    expect(done.filter((line) => /refused|left alone|is named/.test(line))).toHaveLength(5);
    expect(done).toContainEqual(expect.stringMatching(/^Nothing differs: /));
  });

  it('a backup under writes is consistent: rows, ledger and files agree', backUpBusy);
});

async function backUpBusy(): Promise<void> {
  const installation = await Installation.start(pgCtl);
  const folder = await mkdtemp(join(tmpdir(), 'canar-busy-'));
  try {
    await installation.run('prepare-database');
    await installation.run('migrate');
    const { output: said, code, written } = await whileWriting(installation, ['backup', '--to', folder]);
    expect([code, written > 1]).toEqual([0, true]);
    expect(said).not.toContain('not in the store');
    const beside = ['--into', 'beside', '--files', join(folder, 'files')];
    const restored = await installation.run('restore', '--from', said.split('\n').at(-1) ?? '', ...beside);
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('Every chain of the ledger holds')]);
  } finally {
    await installation.stop();
    await rm(folder, { recursive: true });
  }
}

/** Runs a program while new tenants register, edit and upload, one after the other. */
async function whileWriting(installation: Installation, [program = '', ...args]: string[]) {
  let writing = true;
  const writer = (async () => {
    let written = 0;
    for (; writing; written += 1) await fillInstallation(installation, { tenants: 1, revisions: 60 });
    return written;
  })();
  const end = await installation.run(program, ...args);
  writing = false;
  return { ...end, written: await writer };
}
