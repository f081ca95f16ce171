import { findProgram } from '@canar/test-programs';

import { API_BUILD } from '../../launcher/product/builds';
import { buildWhenStale } from '../../launcher/product/prepare-run';
import { LaunchError } from '../../launcher/terminal/launch.errors';
import { launch } from '../../launcher/terminal/launch';
import { DrillError, runDrill } from './drill';

const SIZE = { tenants: 8, revisions: 100_000 };

/** `npm run backup:drill`: a backup and its restore, on two temporary PostgreSQL servers. */
void launch('Backup drill', async (run) => {
  const pgCtl = findProgram('pg_ctl', run.env);
  if (pgCtl === null) {
    throw new LaunchError('The drill needs PostgreSQL (15 to 18) with its server: apt-get install postgresql.');
  }
  await buildWhenStale(run, 'API', API_BUILD);
  const began = performance.now();
  const tell = (done: string, milliseconds: number) => run.progress.line(`  ✓ ${done}  ${seconds(milliseconds)}`);
  await runDrill(pgCtl, SIZE, tell).catch((error: unknown) => {
    throw error instanceof DrillError ? new LaunchError('The drill failed.', error.message.split('\n')) : error;
  });
  run.progress.line(`\n  The drill passed in ${seconds(performance.now() - began)}.`);
});

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
