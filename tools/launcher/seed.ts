import { dataDirOf } from './data/data-dir';
import { LaunchError } from './terminal/launch.errors';
import { launch } from './terminal/launch';
import { currentRun } from './data/run-record';
import { SAMPLE_EMAIL, seedSampleAccount } from './product/sample-account';
import { loadSecrets } from './data/secrets';

/** `npm run seed`: fills the sample account of the running product. */
void launch('Sample account', async ({ env, progress }) => {
  const dataDir = dataDirOf(env);
  const run = await currentRun(dataDir);
  if (!run?.url) throw new LaunchError('Canar does not run on this machine: start it first with npm start.');
  const { url } = run;
  const { samplePassword } = await loadSecrets(dataDir.secrets);
  const pages = await progress.step('Profiles', ({ working }) => seedSampleAccount(url, samplePassword, working));
  progress.line(`\n  Sign in at  ${url} as ${SAMPLE_EMAIL} with ${samplePassword}`);
  for (const page of pages) progress.line(`  Published   ${page}`);
});
